/** On every page: what a session could not send is sent, and the page shown anew with it. */
import { drainFrom } from "../mount/drain";

const place = document.querySelector<HTMLMetaElement>('meta[name="lumbar-events"]');
if (place !== null) void drainFrom(place.content, place.dataset["token"] ?? "");
