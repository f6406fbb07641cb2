/** The guided session: reads what the page brings and leads through it. */
import { start } from "../mount/start";

const main = document.getElementById("main");
const boot = document.getElementById("boot");
if (main !== null && boot !== null) void start(main, boot.textContent ?? "");
