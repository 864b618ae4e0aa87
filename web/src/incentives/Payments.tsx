// Customers' payments: a file or one payment is looked at first, then kept whole or not at all; below stands what waits for one.
import { Button, FileButton, Group, Skeleton, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import FileUp from "lucide-react/icons/file-up";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { type Chosen, letters } from "./chosen";
import { Frame } from "./Frame";
import classes from "./incentives.module.css";
import { Meaning } from "./Meaning";
import type { Preview } from "./types";
import { Unpaid } from "./Unpaid";

/** The page. */
export function Payments() {
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  return (
    <Frame at="payments">
      <Bring onChoose={setChosen} />
      {chosen === undefined ? null : <Look key={chosen.rows} chosen={chosen} onEnd={() => setChosen(undefined)} />}
      <Unpaid onPay={setChosen} />
    </Frame>
  );
}

function Bring({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const { t, i18n } = useTranslation("incentives");
  const choose = async (file: File | null) => {
    if (file !== null) onChoose({ name: file.name, rows: letters(await file.arrayBuffer(), i18n.language) });
  };
  return (
    <Panel
      title={t("payments.bring")} lead={t("payments.bring.lead")}
      act={
        <FileButton onChange={(file) => void choose(file)} accept=".csv,.tsv,.txt" inputProps={{ "aria-label": t("payments.file") }}>
          {(props) => (
            <Button {...props} size="xs" leftSection={<FileUp size={14} aria-hidden />}>
              {t("payments.file")}
            </Button>
          )}
        </FileButton>
      }
    >
      <Text size="sm">{t("payments.columns")}</Text>
      <pre className={classes.example} tabIndex={0} aria-label={t("payments.example")}>
        {"payment_id,date,unit_id,amount,currency,of\nINV-1041,2027-01-31,acme-hq,3000.00,USD,\nINV-1042,2027-01-31,2027,1500.00,USD,expansion"}
      </pre>
      <Text size="xs" c="dimmed">
        {t("payments.columns.note")}
      </Text>
    </Panel>
  );
}

/** What the rows mean, and keeping them. */
function Look({ chosen, onEnd }: { chosen: Chosen; onEnd: () => void }) {
  const { t } = useTranslation("incentives");
  const queries = useQueryClient();
  const found = api.useQuery("post", "/api/v1/incentives/events/preview", { body: { rows: chosen.rows } }, { gcTime: 0, retry: false });
  const preview = found.data as unknown as Preview | undefined;
  const keep = api.useMutation("post", "/api/v1/incentives/events", {
    onSuccess: async ({ events }) => {
      toastDone(t("payments.kept", { count: events, number: events }));
      onEnd();
      await queries.invalidateQueries();
    },
  });
  const whole = preview !== undefined && preview.problems === 0 && preview.fitting > 0;
  return (
    <Panel
      title={t("payments.means", { name: chosen.name })}
      lead={preview === undefined ? undefined : <Lead preview={preview} />}
      act={
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onEnd}>
            {t("payments.discard")}
          </Button>
          <Button size="xs" disabled={!whole} loading={keep.isPending} onClick={() => keep.mutate({ body: { rows: chosen.rows } })}>
            {t("payments.keep")}
          </Button>
        </Group>
      }
      flush
    >
      <ProblemAlert error={found.error ?? keep.error} />
      {preview === undefined ? found.isPending ? <Skeleton height={120} m="md" /> : null : <Meaning preview={preview} />}
    </Panel>
  );
}

function Lead({ preview }: { preview: Preview }) {
  const { t } = useTranslation("incentives");
  const { rows, fitting, problems } = preview;
  return (
    <span role="status">
      {t("payments.read", { count: rows, number: rows, fitting })} {problems > 0 ? t("payments.refused", { count: problems, number: problems }) : fitting > 0 ? t("payments.whole") : t("payments.empty")}
    </span>
  );
}
