// How one file is read: what its rows are, which column is which field, how its dates and letters are written.
import { Group, Select, Stack, Text } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { useFormats } from "../shared/format";
import { type FileDraft, missing, withField, withObject } from "./draft";
import classes from "./imports.module.css";
import { useObjectName } from "./words";

const ENCODINGS = ["utf-8", "windows-1252", "iso-8859-1", "big5", "utf-16le", "shift_jis", "gb18030"];

interface Props {
  file: Wire["FileView"];
  draft: FileDraft;
  onChange?: (file: FileDraft) => void;
}

/** The editor of a file; without `onChange` it shows how the file was read. */
export function MappingEditor({ file, draft, onChange }: Props) {
  const { t } = useTranslation("imports");
  const { list } = useFormats();
  const fields = api.useQuery("get", "/api/v1/imports/fields", {}, { staleTime: Infinity }).data ?? {};
  const lacking = missing(draft, fields);
  return (
    <Stack gap="md">
      {onChange === undefined ? null : <Whole file={file} draft={draft} onChange={onChange} />}
      {lacking.length === 0 ? null : (
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {t("lacking", { fields: list(lacking) })}
        </Text>
      )}
      {draft.object === null ? <Text size="sm" c="dimmed">{t("choose_object")}</Text> : <Columns file={file} draft={draft} {...(onChange === undefined ? {} : { onChange })} />}
    </Stack>
  );
}

function Whole({ file, draft, onChange }: Required<Props>) {
  const { t } = useTranslation("imports");
  const object = useObjectName();
  const fields = api.useQuery("get", "/api/v1/imports/fields", {}, { staleTime: Infinity }).data ?? {};
  const headers = file.columns.map((column) => column.name);
  return (
    <Group gap="sm" align="flex-end">
      <Select
        w={220} label={t("rows_are")} value={draft.object ?? ""} allowDeselect={false}
        onChange={(value) => onChange(withObject(draft, value === "" ? null : value, headers, fields))}
        data={[{ value: "", label: t("passed_over") }, ...Object.keys(fields).map((value) => ({ value, label: object(value) }))]}
      />
      <Select
        w={220} label={t("dates")} value={draft.dates} allowDeselect={false} disabled={draft.object === null}
        onChange={(value) => onChange({ ...draft, dates: (value ?? "") as FileDraft["dates"] })}
        data={[
          { value: "", label: t("dates.told") },
          { value: "day_first", label: t("dates.day") },
          { value: "month_first", label: t("dates.month") },
        ]}
      />
      <Select
        w={200} label={t("encoding")} value={draft.encoding} allowDeselect={false} disabled={draft.object === null}
        onChange={(value) => onChange({ ...draft, encoding: value ?? "" })}
        data={[{ value: "", label: t("encoding.told", { encoding: file.encoding }) }, ...ENCODINGS]}
      />
    </Group>
  );
}

function Columns({ file, draft, onChange }: Props) {
  const { t } = useTranslation("imports");
  const fields = api.useQuery("get", "/api/v1/imports/fields", {}, { staleTime: Infinity }).data ?? {};
  const known = fields[draft.object ?? ""] ?? [];
  const choices = [
    { value: "", label: t("not_read") },
    ...known.map(({ field, required }) => ({ value: field, label: required ? t("field.required", { field }) : field })),
  ];
  const helps = new Map(known.map(({ field, help }) => [field, help]));
  return (
    <div className={classes.columns}>
      <span className={classes.columnsHead}>{t("column")}</span>
      <span className={classes.columnsHead}>{t("samples")}</span>
      <span className={classes.columnsHead}>{t("field")}</span>
      {file.columns.map((column) => {
        const value = draft.columns[column.name] ?? "";
        return (
          <Fragment key={column.name}>
            <Text size="sm" fw={550} style={{ overflowWrap: "anywhere" }}>
              {column.name}
            </Text>
            <span className={classes.sample}>{column.samples.join(" · ") || "–"}</span>
            {onChange === undefined ? (
              <span>{value || "–"}</span>
            ) : (
              <Select
                size="xs" searchable aria-label={t("field.of", { column: column.name })} value={value} allowDeselect={false} data={choices}
                description={helps.get(value)} inputWrapperOrder={["input", "description"]}
                onChange={(next) => onChange(withField(draft, column.name, next === "" ? null : next))}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
