/** The sheet's one button: print. Without script the browser's own menu does the same. */
const button = document.getElementById("print");
if (button !== null) {
  button.hidden = false;
  button.addEventListener("click", () => {
    window.print();
  });
}
