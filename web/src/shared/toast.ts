// Short messages that go away by themselves.
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { wording } from "./wording";

/** Says that something was done. */
export function toastDone(message: string): void {
  notifications.show({ message, color: "teal", role: "status", closeButtonProps: { "aria-label": i18next.t("close", { ns: "shared" }) } });
}

/** Says what went wrong and what to do. */
export function toastProblem(error: unknown): void {
  const { title, detail } = wording(error);
  notifications.show({
    title,
    message: detail,
    color: "red",
    autoClose: 12_000,
    role: "alert",
    closeButtonProps: { "aria-label": i18next.t("close", { ns: "shared" }) },
  });
}
