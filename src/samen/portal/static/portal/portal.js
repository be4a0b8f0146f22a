// What the telephone itself can do on a participant's own pages. Without this script every page still works.
(() => {
  "use strict";
  const KEPT = "samen-my-kept", WAITING = "samen-my-waiting", OFFLINE = "/my/offline/";
  const here = document.body.dataset;

  // ---------- Meetings that wait on this telephone until there is a connection ----------

  const waiting = () => {
    try { return JSON.parse(localStorage.getItem(WAITING)) || []; } catch { return []; }
  };
  const keep = (list) => { try { localStorage.setItem(WAITING, JSON.stringify(list)); } catch { /* full */ } };
  const same = (one, other) => one.to === other.to && one.day === other.day;
  const drop = (one) => keep(waiting().filter((held) => !same(held, one)));

  // The form is asked anew for its secret: the one on this page may be old by now.
  const post = async (one) => {
    const form = await fetch(one.to);
    if (!form.ok || form.redirected) return form.status === 404 ? 404 : 0;
    const read = new DOMParser().parseFromString(await form.text(), "text/html");
    const secret = read.querySelector("[name=csrfmiddlewaretoken]");
    const body = new URLSearchParams({ csrfmiddlewaretoken: secret ? secret.value : "", day: one.day });
    const answer = await fetch(one.to, { method: "POST", body });
    return answer.status;
  };

  const sendAll = async () => {
    for (const one of waiting().filter((held) => !held.wrong)) {
      const status = await post(one);
      // Kept or known already, or no duo of this reader any more: it need not be said again.
      if (status === 200 || status === 404) drop(one);
      if (status === 422) keep(waiting().map((held) => (same(held, one) ? { ...held, wrong: true } : held)));
    }
    show();
  };

  const send = () => {
    if (!here.mine || !waiting().length) return;
    const go = () => sendAll().catch(() => {});
    if (navigator.locks) navigator.locks.request(WAITING, { ifAvailable: true }, (lock) => lock && go());
    else go();
  };

  const show = () => {
    const list = waiting();
    for (const [name, is] of [["waits", list.some((one) => !one.wrong)], ["wrong", list.some((one) => one.wrong)]]) {
      for (const part of document.querySelectorAll(`[data-${name}]`)) {
        part.hidden = !is;
        const link = part.querySelector("a");
        const first = list.find((one) => one.wrong);
        if (link && first) link.href = first.to;
      }
    }
  };

  const day = (ago) => {
    const then = new Date();
    then.setDate(then.getDate() - ago);
    return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const met = (form) => form.addEventListener("submit", async (event) => {
    const press = event.submitter;
    const ago = press && press.dataset.ago;
    const chosen = ago ? day(Number(ago)) : press && press.name === "day" ? press.value : form.elements.day.value;
    if (!chosen || form.dataset.sent) return;
    event.preventDefault();
    const one = { to: form.getAttribute("action"), day: chosen };
    const body = new URLSearchParams(new FormData(form));
    body.set("day", chosen);
    try {
      form.dataset.sent = "1";
      const answer = await fetch(one.to, { method: "POST", body });
      // What is wrong is shown by the page itself.
      location.href = answer.ok && answer.redirected ? answer.url : `${one.to}?day=${chosen}`;
    } catch {
      delete form.dataset.sent;
      if (!waiting().some((held) => same(held, one))) keep([...waiting(), one]);
      show();
      const told = document.querySelector("[data-waits]");
      if (told) { told.tabIndex = -1; told.focus(); }
    }
  });

  // ---------- The page for without a connection; gone when somebody leaves this telephone ----------

  const forget = () => {
    if (here.left === "all") { try { localStorage.removeItem(WAITING); } catch { /* none */ } }
    if (window.caches) caches.delete(KEPT);
  };

  const keepOffline = async () => {
    const answer = await fetch(OFFLINE);
    if (answer.ok && !answer.redirected) (await caches.open(KEPT)).put(OFFLINE, answer);
  };

  // ---------- Read aloud, where this telephone has a voice for the language ----------

  const voiceFor = (language) =>
    speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

  const aloud = (button) => {
    const language = document.documentElement.lang.slice(0, 2);
    const look = () => { button.hidden = !voiceFor(language); };
    look();
    speechSynthesis.addEventListener("voiceschanged", look);
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) { speechSynthesis.cancel(); return; }
      const read = document.getElementById("main").cloneNode(true);
      for (const part of read.querySelectorAll(".dutch, .visually-hidden, [hidden], svg, script")) part.remove();
      for (const part of read.querySelectorAll("h1, h2, h3, p, li, strong, small, label")) part.append(". ");
      const said = new SpeechSynthesisUtterance(read.textContent.replace(/\s+/g, " ").replace(/([.?!])[ .]+/g, "$1 "));
      said.lang = language;
      said.voice = voiceFor(language);
      said.rate = 0.9;
      speechSynthesis.speak(said);
    });
  };

  // ---------- On the first screen of the telephone, only for who presses ----------

  const install = (button) => window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.addEventListener("click", () => { button.hidden = true; event.prompt(); }, { once: true });
  });

  document.querySelectorAll("form[data-met]").forEach(met);
  document.querySelectorAll("[data-aloud]").forEach((button) => { if (window.speechSynthesis) aloud(button); });
  document.querySelectorAll("[data-install]").forEach(install);
  show();
  if (here.left) forget();
  if (here.mine) {
    window.addEventListener("online", send);
    send();
    if (navigator.serviceWorker) navigator.serviceWorker.register("/my/worker.js", { scope: "/my/" }).catch(() => {});
    if (here.mine === "home" && window.caches) keepOffline().catch(() => {});
  }
})();
