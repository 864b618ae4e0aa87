// What the answer hangs on: the difference when one parameter goes to either end of what is plausible, the strongest first, with what would turn it.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import classes from "./designs.module.css";
import type { Drivers } from "./types";
import { useDesignWords } from "./words";

const WIDTH = 300;

/** The picture, as a table whose bars are pictures. */
export function Tornado({ drivers, names, currency }: { drivers: Drivers; names: readonly string[]; currency: string }) {
  const { t } = useTranslation("designs");
  const { money, more, parameter, value } = useDesignWords(currency);
  const [first, second] = [names[drivers.first] ?? "", names[drivers.second] ?? ""];
  const ends = drivers.items.flatMap(({ at_low, at_high }) => [at_low[0] ?? 0, at_high[0] ?? 0]);
  const [least, most] = [Math.min(0, drivers.base, ...ends), Math.max(0, drivers.base, ...ends)];
  const x = (of: number) => 4 + ((of - least) / Math.max(most - least, 1)) * (WIDTH - 8);
  return (
    <Panel title={t("tornado")} lead={t("tornado.lead", { first, second })} flush>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t("tornado")}>
        <table className={classes.tornado}>
          <thead>
            <tr>
              <th scope="col">{t("tornado.parameter")}</th>
              <th scope="col">{t("tornado.difference", { base: more(drivers.base) })}</th>
              <th scope="col">{t("tornado.low")}</th>
              <th scope="col">{t("tornado.high")}</th>
              <th scope="col">{t("tornado.turns")}</th>
            </tr>
          </thead>
          <tbody>
            {drivers.items.map((item) => {
              const [low, high] = [item.at_low[0] ?? 0, item.at_high[0] ?? 0];
              return (
                <tr key={item.key}>
                  <th scope="row">
                    {parameter(item.key)}
                    <span className={classes.source}>{t(item.measured ? "source.measured.short" : "source.assumed.short")}</span>
                  </th>
                  <td>
                    <svg viewBox={`0 0 ${WIDTH} 22`} className={classes.bar} aria-hidden>
                      <line x1={x(0)} x2={x(0)} y1={0} y2={22} className={classes.zero} />
                      <rect x={Math.min(x(low), x(drivers.base))} width={Math.abs(x(low) - x(drivers.base))} y={4} height={6} className={classes.lowEnd} />
                      <rect x={Math.min(x(high), x(drivers.base))} width={Math.abs(x(high) - x(drivers.base))} y={12} height={6} className={classes.highEnd} />
                    </svg>
                  </td>
                  <td className="figures">{t("tornado.at", { value: value(item.from), difference: more(low) })}</td>
                  <td className="figures">{t("tornado.at", { value: value(item.to), difference: more(high) })}</td>
                  <td className="figures">{item.break_even === null || item.break_even === undefined ? t("tornado.never") : t("tornado.turns_at", { value: value(item.break_even), now: value(item.now) })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Text size="xs" c="dimmed" px="lg" pt="xs" pb="md">
        {t("tornado.how", { zero: money(0), seeds: drivers.seeds })}
      </Text>
    </Panel>
  );
}
