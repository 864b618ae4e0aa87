// What the data lack, before anything is solved: how many, what is assumed meanwhile, and where each can be mended.
import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import CircleCheck from "lucide-react/icons/circle-check";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import classes from "./alignments.module.css";
import { type Alignment, useAlignmentWords } from "./types";

const NAMED = 4;

/** The panel. */
export function DataProblems({ of }: { of: Alignment }) {
  const { t } = useTranslation("alignments");
  const { number } = useFormats();
  const { money } = useAlignmentWords(of.currency);
  if (of.totals === null || of.totals === undefined) return null;
  return (
    <Panel title={t("problems")} lead={t("problems.lead")}>
      {of.problems.length === 0 ? (
        <Group gap="xs"><CircleCheck size={18} aria-hidden /><Text size="sm">{t("problems.none")}</Text></Group>
      ) : (
        <ul className={classes.list}>
          {of.problems.map((problem) => {
            const isCustomers = !["seller", "skill"].some((of) => problem.lack.startsWith(of));
            return (
              <li key={problem.lack} className={classes.row}>
                <TriangleAlert size={18} className={classes.caution} aria-hidden />
                <div className={classes.grow}>
                  <Text size="sm" fw={550}>{t(`lack.${problem.lack}` as "lack.place", { count: problem.count, number: number(problem.count) })}</Text>
                  <Text size="xs" c="dimmed">{t(`lack.${problem.lack}.assumed` as "lack.place.assumed")}</Text>
                  <Text size="xs" mt={2}>
                    {problem.first.slice(0, NAMED).map((one, at) => (
                      <span key={one.id + one.name}>
                        {at === 0 ? "" : " · "}
                        {isCustomers ? <Anchor component={Link} to={`/customers/${one.id}`} size="xs">{one.name}</Anchor> : one.name}
                      </span>
                    ))}
                    {problem.count > NAMED && problem.first.length > 0 ? " …" : ""}
                  </Text>
                </div>
                {problem.arr > 0 ? <Text size="sm" c="dimmed" className="figures">{t("totals.arr", { arr: money(problem.arr) })}</Text> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
