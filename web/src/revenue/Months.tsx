// Every month as numbers, and as a file.
import { Button } from "@mantine/core";
import Download from "lucide-react/icons/download";
import { useTranslation } from "react-i18next";
import { csvText, download } from "../shared/csv";
import { DataTable } from "../shared/DataTable";
import { Panel } from "../shared/Panel";
import { useMonthColumns, usePartCsv } from "./columns";
import type { ArrGroup, ArrMonth } from "./query";

/** The table. */
export function Months({ group }: { group: ArrGroup }) {
  const { t } = useTranslation("revenue");
  const shared = useTranslation().t;
  const columns = useMonthColumns();
  const file = [{ header: "month", text: (row: ArrMonth) => row.month }, ...usePartCsv<ArrMonth>((row) => row)];
  const name = `arr-${group.months[0]?.month ?? ""}-${group.months.at(-1)?.month ?? ""}.csv`;
  return (
    <Panel
      title={t("months")} lead={t("months.lead")} flush
      act={
        <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={() => download(name, csvText(file, group.months))}>
          {shared("download")} CSV
        </Button>
      }
    >
      <DataTable label={t("months.label")} rows={group.months} columns={columns} rowKey={(row) => row.month} phone="scroll" maxHeight={460} start={{ by: "month", descending: true }} />
    </Panel>
  );
}
