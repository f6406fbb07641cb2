/** An exercise's page: its figure moves, where it may. */
import { showOnPage } from "../figure/on-page";

const plate = document.getElementById("figure");
const buttons = document.getElementById("figure-buttons");
if (plate !== null && buttons !== null) showOnPage(plate, buttons);
