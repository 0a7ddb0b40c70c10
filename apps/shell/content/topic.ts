/** A page of text: a lead, and sections of paragraphs. */
export interface Topic {
  title: string;
  lead: string;
  sections: { heading: string; paragraphs: string[] }[];
}
