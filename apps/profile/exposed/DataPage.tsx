import { AccountLayout } from '../components/AccountLayout.tsx';
import { ErasureSection } from '../components/data/ErasureSection.tsx';
import { ExportSection } from '../components/data/ExportSection.tsx';
import { useProof } from '../components/proof.tsx';
import { useTexts } from '../texts.ts';
import type { DataExport, Erasure, Security } from '../types.ts';

export interface DataPageProps {
  security: Security;
  exports: DataExport[];
  erasure: Erasure | null;
}

/** A copy of everything the shop knows about the person, and the end of it. */
export default function DataPage({ security, exports, erasure }: DataPageProps) {
  const { guarded, dialog } = useProof(security);
  return (
    <AccountLayout current="data">
      <h1 className="mb-6">{useTexts().data.title}</h1>
      <div className="grid gap-6">
        <ExportSection exports={exports} guarded={guarded} />
        <ErasureSection erasure={erasure} guarded={guarded} />
      </div>
      {dialog}
    </AccountLayout>
  );
}
