// Files by drag, by button, or a whole folder at once.
import { Button, FileButton, Group, Loader, Stack, Text, ThemeIcon } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import FileUp from "lucide-react/icons/file-up";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { filesOf, isTable } from "./dropped";
import classes from "./imports.module.css";

/** The place to drop files on. */
export function Upload() {
  const { t } = useTranslation("imports");
  const [isOver, setOver] = useState(false);
  const { send, names, refused, upload } = useUpload();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer).then(send);
  };
  return (
    <Stack gap="sm">
      <ProblemAlert error={upload.error} />
      {refused ? (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {t("upload.refused")}
        </Text>
      ) : null}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {upload.isPending ? (
          <Stack align="center" gap="xs" role="status">
            <Loader size="sm" />
            <Text size="sm">{t("upload.going", { count: names.length, first: names[0] ?? "" })}</Text>
          </Stack>
        ) : (
          <Stack align="center" gap="xs">
            <ThemeIcon size={44} radius="xl" variant="light" aria-hidden>
              <FileUp size={22} />
            </ThemeIcon>
            <Text fw={550}>{t("upload.drop")}</Text>
            <Choose send={send} />
            <Text size="xs" c="dimmed" ta="center" maw={520}>
              {t("upload.what")}
            </Text>
          </Stack>
        )}
      </div>
    </Stack>
  );
}

function Choose({ send }: { send: (files: File[]) => void }) {
  const { t } = useTranslation("imports");
  const folder = useRef<HTMLInputElement>(null);
  return (
    <Group gap="xs" justify="center">
      <FileButton onChange={send} multiple accept=".csv,.tsv,.txt,.xlsx" inputProps={{ "aria-label": t("upload.files") }}>
        {(props) => <Button {...props}>{t("upload.files")}</Button>}
      </FileButton>
      <Button variant="default" onClick={() => folder.current?.click()}>
        {t("upload.folder")}
      </Button>
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t("upload.folder")}
        {...{ webkitdirectory: "" }}
        onChange={(event) => send([...(event.currentTarget.files ?? [])])}
      />
    </Group>
  );
}

function useUpload() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [names, setNames] = useState<string[]>([]);
  const [refused, setRefused] = useState(false);
  const upload = api.useMutation("post", "/api/v1/imports", {
    onSuccess: async (made) => {
      queries.setQueryData(["get", "/api/v1/imports/{id}", { params: { path: { id: made.id } } }], made);
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/imports"] });
      await navigate({ to: `/import/${made.id}` });
    },
  });
  const send = (files: File[]) => {
    const tables = files.filter((file) => isTable(file.name));
    setRefused(tables.length === 0);
    setNames(tables.map((file) => file.name));
    if (tables.length === 0) return;
    const form = new FormData();
    for (const file of tables) form.append("file", file, file.name);
    upload.mutate({ body: form as never, bodySerializer: (body: unknown) => body as FormData });
  };
  return { send, names, refused, upload };
}
