// Which plan was decided for, and since when: without it nothing is promised that could be compared.
import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import Gauge from "lucide-react/icons/gauge";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { EmptyState } from "../shared/EmptyState";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import type { Scorecard } from "./types";

/** The decision that holds, or how to say which it was. */
export function Promised({ card }: { card: Scorecard }) {
  const { t } = useTranslation("scorecard");
  const { instant, number } = useFormats();
  const [asks, setAsks] = useState(false);
  const { promise } = card;
  const may = card.may_promise && card.scenarios.length > 0;
  return (
    <>
      {promise === null || promise === undefined ? (
        <Panel>
          <EmptyState
            icon={Gauge} title={t("none")} text={t(card.scenarios.length === 0 ? "none.scenarios" : may ? "none.text" : "none.others")}
            {...(card.scenarios.length === 0 ? { act: { label: t("none.act"), to: "/decide" } } : {})}
          >
            {may ? <Button mt="xs" onClick={() => setAsks(true)}>{t("promise")}</Button> : null}
          </EmptyState>
        </Panel>
      ) : (
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed">
            {t("promised", { scenario: promise.scenario, lives: number(promise.lives), by: promise.by, at: instant(promise.at) })}
          </Text>
          {may ? <Button size="compact-xs" variant="default" onClick={() => setAsks(true)}>{t("promise.again")}</Button> : null}
        </Group>
      )}
      {card.may_promise && card.decided !== null && card.decided !== undefined ? <Decided name={card.decided.name} from={card.decided.from} /> : null}
      <Ask opened={asks} card={card} onClose={() => setAsks(false)} />
    </>
  );
}

/** The plan that counts under Decide, one click from being the promise. */
function Decided({ name, from }: { name: string; from: string }) {
  const { t } = useTranslation("scorecard");
  const { date } = useFormats();
  const queries = useQueryClient();
  const take = api.useMutation("put", "/api/v1/scorecard/promise", {
    onSuccess: async () => {
      toastDone(t("promise.made"));
      await queries.invalidateQueries();
    },
  });
  return (
    <Panel>
      <ProblemAlert error={take.error} />
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t("decided", { name, day: date(from) })}</Text>
        <Button size="compact-sm" loading={take.isPending} onClick={() => take.mutate({ body: {} })}>{t("decided.take")}</Button>
      </Group>
    </Panel>
  );
}

function Ask({ opened, card, onClose }: { opened: boolean; card: Scorecard; onClose: () => void }) {
  const { t } = useTranslation("scorecard");
  const shared = useTranslation().t;
  const [scenario, setScenario] = useState<string | null>(card.scenarios.find(({ name }) => name === card.promise?.scenario)?.id ?? card.scenarios[0]?.id ?? null);
  const [split, setSplit] = useState(card.promise?.split ?? "");
  const [inside, setInside] = useState(false);
  const [saving, setSaving] = useState(30);
  const [loss, setLoss] = useState(2);
  const queries = useQueryClient();
  const make = api.useMutation("put", "/api/v1/scorecard/promise", {
    onSuccess: async () => {
      toastDone(t("promise.made"));
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} centered title={t("promise")} closeButtonProps={{ "aria-label": shared("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { scenario: scenario ?? "", split, ...(inside ? { inside_saving: saving / 100, inside_loss: loss / 100 } : {}) } });
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t("promise.lead")}</Text>
          <ProblemAlert error={make.error} />
          <Select label={t("promise.scenario")} allowDeselect={false} value={scenario} onChange={setScenario} data={card.scenarios.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextInput type="date" label={t("promise.split")} required withAsterisk={false} value={split} onChange={(event) => setSplit(event.currentTarget.value)} />
          <Switch label={t("promise.inside")} checked={inside} onChange={(event) => setInside(event.currentTarget.checked)} />
          {inside ? (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <NumberInput label={t("promise.saving")} suffix=" %" min={0} max={100} value={saving} onChange={(value) => setSaving(Number(value) || 0)} />
              <NumberInput label={t("promise.loss")} suffix=" %" min={0} max={100} value={loss} onChange={(value) => setLoss(Number(value) || 0)} />
            </SimpleGrid>
          ) : null}
          {make.isPending ? <Text size="sm" c="dimmed" role="status">{t("promise.waiting")}</Text> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{shared("cancel")}</Button>
            <Button type="submit" loading={make.isPending} disabled={split === "" || scenario === null}>{t("promise.act")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
