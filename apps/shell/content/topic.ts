/** A page of text: a lead, and sections of paragraphs. */
export interface Topic {
  title: string;
  lead: string;
  sections: { heading: string; paragraphs: string[] }[];
}

export interface Content {
  about: Topic;
  /** By slug, in the order of the footer. */
  help: Record<string, Topic>;
  legal: Record<string, Topic>;
}
