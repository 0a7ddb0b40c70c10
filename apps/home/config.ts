/** Settings of this remote running alone; inside the shop the shell decides. Server side only. */
const portBase = Number(process.env.PORT_BASE || 3000);

export const apiUrl = process.env.API_URL || `http://127.0.0.1:${portBase + 7}`;
