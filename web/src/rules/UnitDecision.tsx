// What is to be done with each unit of a customer, and why; deciding otherwise and stating what only people know.
import { Alert, Button, Group, Modal, Skeleton, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { UnitHandoff } from "../handoffs/UnitHandoff";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { AnswerBadge } from "./AnswerBadge";
import { Decide } from "./Decide";
import { Missing } from "./GrayCase";
import classes from "./rules.module.css";
import { StateAnyFact } from "./StateFact";
import type { Decision, Facts } from "./types";
import { useFacts } from "./useFacts";
import { capital, useFactWords } from "./words";
import { Why } from "./Why";
import { ExceptionState, Withdraw } from "./Withdraw";

type Unit = Pick<Wire["UnitView"], "id" | "name">;

/** The panel of a customer. */
export function UnitDecisions({ units }: { units: readonly Unit[] }) {
  const { t } = useTranslation("rules");
  const { facts, error, retry } = useFacts();
  return (
    <Panel title={t("decisions")} lead={<>{t("decisions.lead")} <Link to="/rules" className={classes.link}>{t("decisions.rules")}</Link></>} flush>
      <ProblemAlert error={error} onRetry={() => void retry()} />
      <ul className={classes.cases}>
        {units.map((unit) => (
          <li key={unit.id} className={classes.case} aria-label={unit.name}>
            {facts === undefined ? <Skeleton height={90} /> : <UnitDecision unit={unit} facts={facts} isOnly={units.length === 1} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function UnitDecision({ unit, facts, isOnly }: { unit: Unit; facts: Facts; isOnly: boolean }) {
  const found = api.useQuery("get", "/api/v1/units/{id}/decision", { params: { path: { id: unit.id } } });
  const decision = found.data as unknown as Decision | undefined;
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {decision === undefined ? found.isError ? null : <Skeleton height={90} /> : <Told decision={decision} facts={facts} isOnly={isOnly} />}
    </>
  );
}

function Told({ decision, facts, isOnly }: { decision: Decision; facts: Facts; isOnly: boolean }) {
  const { t } = useTranslation("rules");
  const [isExplained, setExplained] = useState(isOnly);
  const { unit, answer } = decision;
  const explain = () => setExplained(!isExplained);
  return (
    <>
      <div className={classes.unitHead}>
        <Title order={3}>{unit.name}</Title>
        {answer === null || answer === undefined ? null : <AnswerBadge answer={answer} />}
      </div>
      {answer === null || answer === undefined ? (
        <Text size="sm" c="dimmed">
          {t("decision.no_rules")}
        </Text>
      ) : (
        <Said decision={decision} />
      )}
      {decision.missing.length === 0 ? null : (
        <>
          <Text size="sm" mt="xs">
            {t("decision.missing")}
          </Text>
          <Missing unit={unit.id} names={decision.missing} facts={facts} mayState={decision.may_state} />
        </>
      )}
      <Exceptions decision={decision} />
      <Acts decision={decision} facts={facts} isExplained={isExplained} onExplain={explain} />
      {isExplained && answer !== null && answer !== undefined ? <Why decision={decision} facts={facts} /> : null}
    </>
  );
}

/** Answer, rule, receiver and holds as sentences. */
function Said({ decision }: { decision: Decision }) {
  const { t } = useTranslation("rules");
  const { list } = useFormats();
  const { role } = useFactWords();
  const { answer, rules_say, rule, to, receiver, reasons } = decision;
  const because = reasons.find((reason) => !reason.hold && reason.id === rule)?.because;
  const holds = reasons.filter((reason) => reason.hold && reason.applies === true);
  const open = reasons.filter((reason) => reason.hold && reason.applies === null);
  const isUndecided = rules_say === "ask" && decision.missing.length > 0;
  const isExcepted = rules_say !== null && rules_say !== undefined && answer !== rules_say;
  return (
    <div className={classes.sentence}>
      {isExcepted ? <Alert color="yellow" variant="light" p="xs">{t("decision.excepted", { answer: t(`answer.${rules_say}`) })}</Alert> : null}
      <Text size="sm" component="div">
        {rule === null || rule === undefined ? (
          t("decision.no_rule")
        ) : (
          <>
            {open.length > 0 ? t("gray.open", { rule, holds: list(open.map(({ id }) => id)) }) : t(isUndecided ? "gray.undecided" : "decision.rule", { rule })} {because ? <Text span c="dimmed">{because}</Text> : null}
          </>
        )}
      </Text>
      {to && answer !== "keep" ? (
        <Text size="sm">{receiver ? t("decision.receiver", { role: role(to), name: receiver.name }) : t("decision.nobody", { role: role(to) })}</Text>
      ) : null}
      {holds.length === 0 ? null : (
        <Text size="sm">{t("decision.holds", { count: holds.length, holds: list(holds.map((hold) => hold.because ?? hold.id)) })}</Text>
      )}
    </div>
  );
}

function Exceptions({ decision: { exceptions, may_decide } }: { decision: Decision }) {
  const { t } = useTranslation("rules");
  const { date } = useFormats();
  return exceptions.length === 0 ? null : (
    <ul className={classes.exceptions} aria-label={t("page.exceptions")}>
      {exceptions.map((exception) => (
        <li key={exception.id}>
          <ExceptionState exception={exception} />
          <Text size="sm" span flex={1}>
            {t("exception.line", { answer: t(`answer.${exception.answer as "keep"}`), by: exception.by, until: date(exception.until) })} {exception.reason}
          </Text>
          {may_decide ? <Withdraw exception={exception} /> : null}
        </li>
      ))}
    </ul>
  );
}

interface ActsProps {
  decision: Decision;
  facts: Facts;
  isExplained: boolean;
  onExplain: () => void;
}

function Acts({ decision, facts, isExplained, onExplain }: ActsProps) {
  const { t } = useTranslation("rules");
  const shared = useTranslation().t;
  const [opened, setOpened] = useState<"decide" | "state" | undefined>(undefined);
  const { unit, answer, rule, may_decide, may_state } = decision;
  const known = new Map(decision.facts.map(({ name, value }) => [name, value]));
  const close = () => setOpened(undefined);
  const asks = answer === "ask";
  return (
    <Group gap="xs" mt="sm">
      <UnitHandoff unit={unit} mayPropose={may_state} isMain={answer === "hand_off"} />
      {answer === null || answer === undefined ? null : (
        <Button size="xs" variant="default" aria-expanded={isExplained} aria-label={`${t(isExplained ? "why.close" : "why.open")} ${unit.name}`} onClick={onExplain}>
          {t(isExplained ? "why.close" : "why.open")}
        </Button>
      )}
      {may_state ? (
        <Button size="xs" variant="default" aria-label={t("decision.state", { name: unit.name })} onClick={() => setOpened("state")}>
          {t("state.open")}
        </Button>
      ) : null}
      {may_decide && answer !== null && answer !== undefined ? (
        <Button size="xs" variant="default" aria-label={t(asks ? "decision.answer" : "decision.otherwise", { name: unit.name })} onClick={() => setOpened("decide")}>
          {t(asks ? "decide.answer" : "decide.otherwise")}
        </Button>
      ) : null}
      <Modal opened={opened === "decide"} onClose={close} title={t("decide.title", { name: unit.name })} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <Decide unit={unit.id} question={asks ? (rule ?? undefined) : undefined} answer={answer === "hand_off" ? "keep" : "hand_off"} onDone={close} onCancel={close} />
      </Modal>
      <Modal opened={opened === "state"} onClose={close} title={capital(t("state.title", { name: unit.name }))} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <StateAnyFact unit={unit.id} facts={facts} known={known} onDone={close} />
      </Modal>
    </Group>
  );
}
