// The company and how its revenue is counted; the server keeps both as one document.
import { Button, Group, NumberInput, Skeleton, Stack, Switch, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";

type View = Wire["SettingsView"];

const TERM_MONTHS_MAX = 120;
const CUSTOMERS_MAX = 10_000;

/** The form; waits for what is set now. */
export function CompanyForm() {
  const { t } = useTranslation("settings");
  const found = api.useQuery("get", "/api/v1/settings");
  return (
    <Panel title={t("company")} lead={t("company.lead")}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={220} /> : null}
      {found.data === undefined ? null : <Form view={found.data} />}
    </Panel>
  );
}

function Form({ view }: { view: View }) {
  const { t } = useTranslation("settings");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(view);
  const save = api.useMutation("put", "/api/v1/settings", {
    onSuccess: async () => {
      toastDone(shared("saved"));
      // Name, currency and every total depend on it.
      await queries.invalidateQueries();
    },
  });
  const change = (some: Partial<View>) => setDraft({ ...draft, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ body: draft });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput label={t("name")} value={draft.name} onChange={(event) => change({ name: event.currentTarget.value })} required withAsterisk={false} />
          <TextInput
            label={t("currency")} description={t("currency.help")} value={draft.currency} maxLength={3} required withAsterisk={false}
            inputWrapperOrder={["label", "input", "description", "error"]}
            onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          />
        </Group>
        <NumberInput
          label={t("term")} description={t("term.help")} value={draft.derived_term_months} min={1} max={TERM_MONTHS_MAX} allowDecimal={false} maw={420}
          inputWrapperOrder={["label", "input", "description", "error"]}
          onChange={(value) => change({ derived_term_months: Number(value) })}
        />
        <NumberInput
          label={t("customers_max")} description={t("customers_max.help")} value={draft.customers_max} min={1} max={CUSTOMERS_MAX} allowDecimal={false} maw={420}
          inputWrapperOrder={["label", "input", "description", "error"]}
          onChange={(value) => change({ customers_max: Number(value) })}
        />
        <Switch
          label={t("open_ended")} description={t("open_ended.help")} checked={draft.derived_open_ended}
          onChange={(event) => change({ derived_open_ended: event.currentTarget.checked })}
        />
        <Switch
          label={t("reactivation")} description={t("reactivation.help")} checked={draft.reactivation_counts}
          onChange={(event) => change({ reactivation_counts: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {shared("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
