import { Button, cx, TextField } from '@mallhive/ui';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { productMessages } from '../../messages/products.ts';
import { ListIcon, NumbersIcon } from '../icons.tsx';

const text = productMessages.texts;

export interface RichTextProps {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  dir: 'ltr' | 'rtl';
  lang: string;
  disabled?: boolean;
  onChange: (html: string) => void;
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Tool({ label, pressed, disabled, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      className="grid size-9 place-items-center rounded-control text-sm font-semibold hover:bg-sunken disabled:text-line-strong aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** What the server lets through: headings, lists, quotes, links and plain emphasis. The server cleans it again. */
export default function RichText({ label, hint, error, value, dir, lang, disabled, onChange }: RichTextProps) {
  const id = useId();
  const [linking, setLinking] = useState<string | null>(null);
  const editor = useEditor({
    immediatelyRender: false,
    // The page's policy lets no style element in; the rules stand in dashboard.css.
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] },
        link: { openOnClick: false, protocols: ['https', 'http', 'mailto'] },
      }),
    ],
    content: value,
    editable: !disabled,
    editorProps: {
      attributes: {
        class: 'mh-control rich-text',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' '),
        'aria-multiline': 'true',
        role: 'textbox',
        dir,
        lang,
      },
    },
    onUpdate: ({ editor: current }) => onChange(current.isEmpty ? '' : current.getHTML()),
  });
  // From outside: discarded, taken over from somebody else.
  useEffect(() => {
    if (!editor) return;
    const own = editor.isEmpty ? '' : editor.getHTML();
    if (own !== value) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current?.isActive('bold') ?? false,
      italic: current?.isActive('italic') ?? false,
      underline: current?.isActive('underline') ?? false,
      heading: current?.isActive('heading') ?? false,
      list: current?.isActive('bulletList') ?? false,
      numbers: current?.isActive('orderedList') ?? false,
      quote: current?.isActive('blockquote') ?? false,
      link: current?.isActive('link') ?? false,
      undo: current?.can().undo() ?? false,
      redo: current?.can().redo() ?? false,
    }),
  });
  const chain = () => editor?.chain().focus();
  // Not a form of its own: forms cannot stand in forms.
  const setLink = () => {
    const href = linking?.trim() ?? '';
    if (href) chain()?.extendMarkRange('link').setLink({ href }).run();
    setLinking(null);
  };
  return (
    <div className="mh-field">
      <span className="mh-label" id={`${id}-label`}>
        {label}
      </span>
      <div className={cx('rounded-control', error && 'ring-2 ring-danger')}>
        <div
          role="toolbar"
          aria-label={text.toolbar}
          className="flex flex-wrap gap-0.5 rounded-t-control border border-b-0 border-line-strong bg-surface p-1"
        >
          <Tool label={text.bold} pressed={state?.bold} onPress={() => chain()?.toggleBold().run()}>
            B
          </Tool>
          <Tool label={text.italic} pressed={state?.italic} onPress={() => chain()?.toggleItalic().run()}>
            <i className="font-display">I</i>
          </Tool>
          <Tool label={text.underline} pressed={state?.underline} onPress={() => chain()?.toggleUnderline().run()}>
            <u>U</u>
          </Tool>
          <Tool
            label={text.heading}
            pressed={state?.heading}
            onPress={() => chain()?.toggleHeading({ level: 3 }).run()}
          >
            H
          </Tool>
          <Tool label={text.list} pressed={state?.list} onPress={() => chain()?.toggleBulletList().run()}>
            <ListIcon />
          </Tool>
          <Tool label={text.numbers} pressed={state?.numbers} onPress={() => chain()?.toggleOrderedList().run()}>
            <NumbersIcon />
          </Tool>
          <Tool label={text.quote} pressed={state?.quote} onPress={() => chain()?.toggleBlockquote().run()}>
            ❝
          </Tool>
          <Tool
            label={state?.link ? text.linkRemove : text.link}
            pressed={state?.link}
            onPress={() => (state?.link ? chain()?.unsetLink().run() : setLinking('https://'))}
          >
            ⚭
          </Tool>
          <span className="mx-1 w-px bg-line" aria-hidden="true" />
          <Tool label={text.undo} disabled={!state?.undo} onPress={() => chain()?.undo().run()}>
            ↶
          </Tool>
          <Tool label={text.redo} disabled={!state?.redo} onPress={() => chain()?.redo().run()}>
            ↷
          </Tool>
        </div>
        {linking === null ? null : (
          <div className="flex items-end gap-2 border-x border-line-strong bg-sunken p-3">
            <TextField
              label={text.linkAddress}
              type="url"
              className="flex-1"
              value={linking}
              onChange={(event) => setLinking(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                setLink();
              }}
            />
            <Button type="button" size="small" onClick={setLink}>
              {text.linkSet}
            </Button>
          </div>
        )}
        <EditorContent editor={editor} />
      </div>
      {hint ? (
        <span className="mh-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="mh-field-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      ) : null}
    </div>
  );
}
