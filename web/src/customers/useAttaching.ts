// Attaching files one after the other: how far it has come, and what went wrong with which file.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toastDone } from "../shared/toast";
import { wording } from "../shared/wording";
import { type Destination, sendFile } from "./sendFile";

/** A file that was not attached. */
export interface Failed {
  name: string;
  why: string;
}

/** A file that is on its way; `share` is 0 to 1. */
export interface Going {
  name: string;
  share: number;
}

/** What to do, what is going on, what did not work. */
export function useAttaching(bytesMax: number) {
  const { t } = useTranslation("customers");
  const queries = useQueryClient();
  const [going, setGoing] = useState<Going | undefined>(undefined);
  const [failed, setFailed] = useState<Failed[]>([]);
  const one = async (file: File, to: Destination): Promise<Failed | undefined> => {
    // Said here, so that nobody waits for twenty megabytes to be refused.
    if (file.size > bytesMax) return { name: file.name, why: t("attachments.too_large", { size: Math.floor(bytesMax / 1_048_576) }) };
    setGoing({ name: file.name, share: 0 });
    try {
      const { was_there } = await sendFile(file, to, (share) => setGoing({ name: file.name, share }));
      toastDone(t(was_there ? "attachments.was_there" : "attachments.added", { name: file.name }));
      return undefined;
    } catch (error) {
      const { title, detail } = wording(error);
      return { name: file.name, why: detail === "" ? title : detail };
    }
  };
  const attach = async (files: readonly File[], to: Destination) => {
    if (going !== undefined || files.length === 0) return;
    setFailed([]);
    const wrong: Failed[] = [];
    for (const file of files) {
      const found = await one(file, to);
      if (found !== undefined) wrong.push(found);
    }
    setGoing(undefined);
    setFailed(wrong);
    await queries.invalidateQueries();
  };
  return { attach, going, failed };
}
