// Keeps the conversation while somebody types. Without this script the buttons keep it.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch) return;
  const told = document.getElementById("saved");
  const PAUSE = 1500, AGAIN = 5000;
  let timer = 0, isDirty = false, isSending = false;

  const tell = (words) => { told.textContent = words; };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    isDirty = false;
    tell(form.dataset.saving);
    try {
      const answer = await fetch(form.action || location.href, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Autosave": "1" },
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.json());
    } catch {
      isDirty = true;
      tell(form.dataset.offline);
      later(AGAIN);
    } finally {
      isSending = false;
    }
  };

  const show = (kept) => {
    for (const [code, mark] of Object.entries(kept.marks)) {
      const held = form.elements[`${code}-was`];
      if (held && !kept.wrong.includes(code)) held.value = mark;
    }
    for (const line of form.querySelectorAll("[data-careful]")) {
      line.hidden = !(line.dataset.careful in kept.careful);
    }
    tell(kept.wrong.length ? form.dataset.wrong : `${form.dataset.saved} ${kept.saved}`);
    if (isDirty) later(PAUSE);
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };

  form.addEventListener("input", () => { isDirty = true; later(PAUSE); });
  form.addEventListener("submit", () => { clearTimeout(timer); isDirty = false; });
  window.addEventListener("online", () => { if (isDirty) later(0); });
  window.addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });
})();
