// What is needed and what counts: changed, and solved again.
import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { locksOf, useChange } from "./change";
import classes from "./staffing.module.css";
import { ASPECTS, type Proposal, ROLES, useRoles, useWords } from "./types";

/** The panel. */
export function Weights({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("staffing");
  const roles = useRoles();
  const words = useWords();
  const [seats, setSeats] = useState<Record<string, number>>(proposal.seats);
  const [weights, setWeights] = useState<Record<string, number>>(proposal.weights);
  const change = useChange(proposal, t("weights.solved"));
  return (
    <Panel title={t("weights")} lead={t("weights.lead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.send({ seats, weights, locks: locksOf(proposal) });
        }}
      >
        <Stack gap="sm">
          <div className={classes.fields} role="group" aria-label={t("propose.seats")}>
            {ROLES.map((role) => (
              <NumberInput key={role} label={roles(role)} min={0} max={10_000} allowDecimal={false} value={seats[role] ?? 0} onChange={(value) => setSeats({ ...seats, [role]: Number(value) || 0 })} />
            ))}
          </div>
          <Text size="sm" fw={600}>
            {t("weights.counts")}
          </Text>
          <div className={classes.fields} role="group" aria-label={t("weights.counts")}>
            {ASPECTS.map((aspect) => {
              const meaning = proposal.meanings[aspect];
              return (
                <NumberInput
                  key={aspect} label={t(`aspect.${aspect}`)} {...(meaning === undefined ? {} : { description: words(meaning) })} inputWrapperOrder={["label", "input", "description", "error"]}
                  min={0} max={1000} allowDecimal={false} value={weights[aspect] ?? 0} onChange={(value) => setWeights({ ...weights, [aspect]: Number(value) || 0 })}
                />
              );
            })}
          </div>
          <ProblemAlert error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={change.isPending}>
              {t("weights.solve")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
