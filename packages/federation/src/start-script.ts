/** In ms: how long scripts wait for a first paint, and then for the first picture and the fonts. */
const patience = { paint: 4_000, picture: 1_000 };

/**
 * Inline in the head of every page of the shell. Links of the relation "late" are fetched when the page is painted, so
 * that styles, fonts and pictures have the network to themselves; those with data-run are then run as scripts, in their
 * order, when the first picture is on the screen too. A page that nobody looks at does not wait. The page's load event
 * comes after its scripts, as it would without this: an empty frame that is not closed before holds it back.
 */
export const startScript = `(()=>{
let fetched,ran;
const root=document.documentElement,hold=document.createElement("iframe");
hold.hidden=true;root.append(hold);hold.contentDocument.open();
const all=s=>document.querySelectorAll("link"+s);
const fetch=()=>{if(!fetched)for(const l of all("[rel=late]"))l.rel="preload";fetched=1};
const run=()=>{if(ran)return;ran=1;fetch();for(const l of all("[data-run]")){
const s=document.createElement("script");s.src=l.href;s.async=false;document.head.append(s)}hold.remove()};
const frame=()=>new Promise(requestAnimationFrame);
addEventListener("DOMContentLoaded",async()=>{
if(document.hidden)return run();
document.addEventListener("visibilitychange",run);
setTimeout(run,${patience.paint});
await new Promise(r=>new PerformanceObserver(r).observe({type:"paint",buffered:true}));
fetch();
setTimeout(run,${patience.picture});
const i=document.querySelector("img[fetchpriority=high]");
await Promise.all([i&&i.decode().catch(()=>{}),document.fonts.ready]);
await frame();await frame();setTimeout(run)})})()`.replaceAll('\n', '');
