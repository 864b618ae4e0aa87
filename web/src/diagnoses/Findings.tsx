// The six questions with their answers, each estimate with its uncertainty.
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { useFormats } from "../shared/format";
import { Answer } from "./Answer";
import classes from "./diagnoses.module.css";
import { Interval } from "./Interval";
import type { Finding } from "./types";
import { useBound, useEstimate, useSentence } from "./words";

/** The findings. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation("diagnoses");
  return (
    <Panel title={t("findings")} lead={t("findings.lead")} flush>
      <ul className={classes.findings}>
        {findings.map((finding) => (
          <Line key={finding.measure} finding={finding} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ finding }: { finding: Finding }) {
  const { t } = useTranslation("diagnoses");
  const { number } = useFormats();
  const say = useSentence();
  const write = useEstimate();
  const bound = useBound();
  const { estimate, low, high, p_adjusted: chance } = finding;
  const isKnown = estimate !== null && estimate !== undefined && low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <li className={classes.finding}>
      <div className={classes.question}>
        <Title order={3}>{t(`measure.${finding.measure}`)}</Title>
        <Answer answer={finding.answer} />
      </div>
      <div>
        {isKnown ? (
          <>
            <Interval finding={finding} />
            <Text size="xs" className={classes.numbers}>
              {t("interval", { estimate: write(finding.measure, estimate), low: bound(finding.measure, low), high: bound(finding.measure, high) })}
            </Text>
            {chance === null || chance === undefined ? null : (
              <Text size="xs" c="dimmed" className={classes.numbers}>
                {t("chance", { value: number(chance, 4) })}
              </Text>
            )}
          </>
        ) : (
          <Text size="xs" c="dimmed">
            {t("interval.none")}
          </Text>
        )}
      </div>
      <Text size="sm">{say(finding.because)}</Text>
    </li>
  );
}
