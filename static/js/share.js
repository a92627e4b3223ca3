// Copies a text, or hands a page's address to the device. Its buttons show only where that works;
// everything on these pages works without it.
"use strict";

function say(button, words) {
  button.parentElement.querySelector("[role=status]").textContent = words;
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      say(button, button.dataset.done);
    } catch {
      field.select();
      say(button, button.dataset.failed);
    }
  });
}

for (const button of document.querySelectorAll("[data-shares]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    // Somebody who closes the device's own window has changed their mind: nothing to say.
    navigator.share({ url: button.dataset.shares }).catch(() => {});
  });
}
