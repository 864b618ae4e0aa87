// Each seller, small: customers held and won through time, how full the hours are, and what can be said of one person at all.
import { Badge, Text, Title } from "@mantine/core";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Answer } from "./Answer";
import classes from "./diagnoses.module.css";
import { Small } from "./Small";
import type { Seller } from "./types";

const ORDER = { red: 0, warn: 1, soon: 2, fine: 3 };

/** The sellers, those first whose hours are full. */
export function Sellers({ sellers }: { sellers: Seller[] }) {
  const { t } = useTranslation("diagnoses");
  const place = ({ overstretch }: Seller) => (overstretch ? ORDER[overstretch.level] : 4);
  const load = ({ overstretch }: Seller) => overstretch?.rho ?? 0;
  const sorted = [...sellers].sort((one, other) => place(one) - place(other) || load(other) - load(one));
  return (
    <Panel title={t("sellers")} lead={t("sellers.lead")}>
      <ul className={classes.sellers}>
        {sorted.map((seller) => (
          <li key={seller.seller.id} className={classes.seller}>
            <Card seller={seller} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One seller. */
export function Card({ seller }: { seller: Seller }) {
  const { t } = useTranslation("diagnoses");
  return (
    <>
      <div className={classes.question}>
        <Title order={3}>{seller.seller.name}</Title>
        <Level overstretch={seller.overstretch} />
      </div>
      <Small months={seller.months} name={seller.seller.name} />
      <Text size="xs" c="dimmed">
        <Told overstretch={seller.overstretch} />
      </Text>
      <dl className={classes.short}>
        {seller.findings.map((finding) => (
          <div key={finding.measure}>
            <dt>{t(`short.${finding.measure as "crowd_out"}`)}</dt>
            <dd>
              <Answer answer={finding.answer} short />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Level({ overstretch }: Pick<Seller, "overstretch">) {
  const { t } = useTranslation("diagnoses");
  const { share } = useFormats();
  if (overstretch === null || overstretch === undefined) return null;
  const isFull = overstretch.level === "red" || overstretch.level === "warn";
  return (
    <Badge className={classes.level} data-level={overstretch.level} variant="outline" tt="none" leftSection={isFull ? <TriangleAlert size={12} aria-hidden /> : undefined}>
      {t(`level.${overstretch.level}`, { rho: share(overstretch.rho) })}
    </Badge>
  );
}

function Told({ overstretch }: Pick<Seller, "overstretch">) {
  const { t } = useTranslation("diagnoses");
  const { number, share } = useFormats();
  if (overstretch === null || overstretch === undefined) return <>{t("told.none")}</>;
  const { months_to_red: red, months_to_warn: warn } = overstretch;
  const values = { rho: share(overstretch.rho), hours: number(overstretch.hours_per_customer, 1), held: number(overstretch.held) };
  const now = t("told.now", values);
  if (overstretch.level === "red") return <>{now}</>;
  const next = overstretch.level === "warn" ? red : warn;
  if (next === null || next === undefined) return <>{`${now} ${t("told.not_soon")}`}</>;
  return <>{`${now} ${t(overstretch.level === "warn" ? "told.red" : "told.warn", { months: number(next, 0), growth: number(overstretch.growth, 1) })}`}</>;
}
