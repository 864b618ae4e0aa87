// The pilot planner: how many people and months it takes to see an effect, then lots for who begins, before anybody is trained.
import { Button, Skeleton, Stack, Text } from "@mantine/core";
import Compass from "lucide-react/icons/compass";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Draw } from "./Draw";
import { AimFields, type Aimed, aimedOf, expectedOf, PeopleField, unitOf } from "./fields";
import { Frame } from "./Frame";
import { Lengths } from "./Lengths";
import type { Choices } from "./types";

/** The page. */
export function Pilot() {
  const { t } = useTranslation("interventions");
  const choices = api.useQuery("get", "/api/v1/interventions/choices");
  return (
    <Frame at="pilot">
      <ProblemAlert error={choices.error} onRetry={() => void choices.refetch()} />
      {choices.isPending ? <Skeleton height={320} radius={12} /> : null}
      {choices.data === undefined ? null : choices.data.people.length === 0 ? (
        <Panel><EmptyState icon={Compass} title={t("pilot.nobody")} text={t("pilot.nobody.text")} act={{ label: t("pilot.nobody.act"), to: "/import" }} /></Panel>
      ) : <Planner choices={choices.data} />}
    </Frame>
  );
}

function Planner({ choices }: { choices: Choices }) {
  const { t } = useTranslation("interventions");
  const [aimed, setAimed] = useState<Aimed>(aimedOf(choices));
  const [people, setPeople] = useState(choices.people.map(({ seller }) => seller.id));
  const plan = api.useMutation("post", "/api/v1/interventions/pilot");
  const change = (next: Aimed) => {
    setAimed(next);
    plan.reset();
  };
  const unit = unitOf(aimed.outcome, choices);
  return (
    <>
      <Panel title={t("pilot.ask")} lead={t("pilot.ask.lead")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            plan.mutate({ body: { outcome: aimed.outcome, expected: expectedOf(aimed, choices), people } });
          }}
        >
          <Stack gap="md">
            <AimFields aimed={aimed} choices={choices} onChange={change} />
            <PeopleField
              label={t("pilot.people")} help={t("pilot.people.help")} people={choices.people} chosen={people} outcome={aimed.outcome} unit={unit} currency={choices.currency}
              onChange={(chosen) => {
                setPeople(chosen);
                plan.reset();
              }}
            />
            <ProblemAlert error={plan.error} />
            <div>
              <Button type="submit" loading={plan.isPending} disabled={aimed.expected === "" || people.length < 4}>{t("pilot.calculate")}</Button>
              {plan.isPending ? <Text size="sm" c="dimmed" mt={6} role="status">{t("pilot.waiting")}</Text> : null}
            </div>
          </Stack>
        </form>
      </Panel>
      {plan.data === undefined ? null : (
        <>
          <Lengths plan={plan.data} currency={choices.currency} />
          {choices.may_change ? <Draw key={plan.submittedAt} aimed={aimed} choices={choices} people={people} months={plan.data.shortest ?? 6} /> : null}
        </>
      )}
    </>
  );
}
