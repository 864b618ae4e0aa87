// The brief: what is known of the customer, section by section, each line with where it comes from; given to the receiver, accepted or returned.
import { Badge, Button, Group, Modal, Text } from "@mantine/core";
import Printer from "lucide-react/icons/printer";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { BriefFiles } from "./BriefFiles";
import { BriefPaper } from "./BriefPaper";
import { BriefReturn } from "./BriefReturn";
import { BriefSection } from "./BriefSection";
import { sectionsOf, type SectionView } from "./briefs";
import classes from "./handoffs.module.css";
import { useBriefAct } from "./sends";
import type { Handoff } from "./types";
import { useSaid } from "./words";

/** The part. */
export function Brief({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { share } = useFormats();
  const said = useSaid();
  const sections = sectionsOf(handoff);
  // What one reads if one reads nothing else comes first, and what nothing is known of last.
  const top = ({ section }: SectionView) => section === "top_three";
  const full = [...sections.filter(top), ...sections.filter((one) => !top(one) && one.told.length > 0)];
  const bare = sections.filter((one) => !full.includes(one));
  return (
    <>
      <Panel title={t("part.brief")} lead={t(`brief.lead.${handoff.brief.state}`)} act={<BriefActs handoff={handoff} />}>
        <Returned handoff={handoff} />
        <nav className={classes.sections} aria-label={t("brief.sections")}>
          {sections.map((section) => (
            <a key={section.section} href={`#brief-${section.section}`} className={classes.sectionLink} data-open={section.open_musts.length > 0 || undefined}>
              <span>{said(section.title)}</span>
              <span className="figures">{share(section.complete_bp / 10_000)}</span>
              <span className={classes.track} aria-hidden>
                <span className={classes.fill} style={{ width: `${section.complete_bp / 100}%` }} />
              </span>
            </a>
          ))}
        </nav>
        <Text size="xs" c="dimmed" mt="sm">
          {t("brief.marks")}
        </Text>
      </Panel>
      {full.map((section) => (
        <BriefSection key={section.section} section={section} handoff={handoff} />
      ))}
      {bare.length === 0 ? null : (
        <Panel title={t("brief.bare")} lead={t("brief.bare.lead")} flush>
          {bare.map((section) => (
            <BriefSection key={section.section} section={section} handoff={handoff} isBare />
          ))}
        </Panel>
      )}
      <BriefFiles handoff={handoff} />
      <BriefPaper handoff={handoff} sections={sections} />
    </>
  );
}

/** What the receiver sent back, until it is given again. */
function Returned({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { list } = useFormats();
  const said = useSaid();
  const last = handoff.brief.history.filter((record) => record.act.act === "return").at(-1);
  if (handoff.brief.state !== "returned" || last === undefined) return null;
  const titles = handoff.fields.filter(({ field }) => last.act.fields?.includes(field)).map(({ title }) => said(title));
  const name = handoff.people.find(({ id }) => id === last.by)?.name ?? "";
  return (
    <div className={classes.note}>
      <Text size="sm" fw={600}>
        {t("brief.returned", { name, code: t(`code.${last.act.code ?? "missing"}`) })}
      </Text>
      <Text size="sm">{last.act.reason}</Text>
      {titles.length === 0 ? null : <Text size="sm">{t("brief.returned.fields", { fields: list(titles) })}</Text>}
    </div>
  );
}

function BriefActs({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const [isReturning, setReturning] = useState(false);
  const { send, isPending, error } = useBriefAct(handoff, () => undefined);
  const may = (act: "submit" | "accept" | "return") => handoff.brief_acts.includes(act);
  return (
    <div className={classes.briefActs}>
      <Group gap="xs" justify="flex-end">
        <Badge variant="outline" className={classes.badge} data-tone={handoff.brief.state === "accepted" ? "good" : handoff.brief.state === "returned" ? "caution" : undefined}>
          {t(`brief.state.${handoff.brief.state}`)}
        </Badge>
        <Button size="xs" variant="default" leftSection={<Printer size={14} aria-hidden />} onClick={() => window.print()}>
          {t("brief.print")}
        </Button>
        {may("return") ? (
          <Button size="xs" variant="default" onClick={() => setReturning(true)}>
            {t("brief.return")}
          </Button>
        ) : null}
        {may("accept") ? (
          <Button size="xs" loading={isPending} onClick={() => send({ act: "accept" }, t("brief.accepted"))}>
            {t("brief.accept")}
          </Button>
        ) : null}
        {may("submit") ? (
          <Button size="xs" loading={isPending} onClick={() => send({ act: "submit" }, t("brief.submitted"))}>
            {t("brief.submit")}
          </Button>
        ) : null}
      </Group>
      <ProblemAlert error={error} />
      <Modal opened={isReturning} onClose={() => setReturning(false)} title={t("brief.return")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <BriefReturn handoff={handoff} onDone={() => setReturning(false)} />
      </Modal>
    </div>
  );
}
