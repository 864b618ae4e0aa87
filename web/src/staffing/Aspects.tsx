// Why a role: what is known of a person in each, aspect by aspect, as bars.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "./staffing.module.css";
import { type Placed, ROLES, useRoles } from "./types";

/** The roles of one person. */
export function Aspects({ placed }: { placed: Placed }) {
  const { t } = useTranslation("staffing");
  const { number } = useFormats();
  const roles = useRoles();
  return (
    <>
      {ROLES.filter((role) => placed.points[role] !== undefined).map((role) => {
        const points = placed.points[role];
        return points === undefined ? null : (
          <div key={role}>
            <Text size="sm" fw={600}>
              {t("why.role", { role: roles(role), points: number(points.total / 100) })}
            </Text>
            {points.band === 0 ? null : (
              <Text size="xs" c="dimmed">
                {t("why.band", { points: number(points.band / 100) })}
              </Text>
            )}
            <dl className={classes.aspects}>
              {points.parts.map((part) => {
                const name = t(`aspect.${part.aspect}` as "aspect.fit");
                return (
                  <Part key={part.aspect} name={name} value={part.value} said={t("why.aspect", { aspect: name, value: number(part.value), weight: number(part.weight) })} />
                );
              })}
            </dl>
          </div>
        );
      })}
    </>
  );
}

function Part({ name, value, said }: { name: string; value: number; said: string }) {
  const { number } = useFormats();
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes.aspectBar}>
        <span className={classes.hidden}>{said}</span>
        <div className={classes.aspectFill} style={{ width: `${value}%` }} aria-hidden />
      </dd>
      <dd className="figures" aria-hidden>
        {number(value)}
      </dd>
    </>
  );
}
