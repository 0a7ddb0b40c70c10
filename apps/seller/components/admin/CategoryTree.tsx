import { Badge, cx } from '@mallhive/ui';
import Link from 'next/link';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { dropMove, keyMove, type Move, type TreeRow } from '../../logic/category-tree.ts';
import { adminMessages } from '../../messages/admin.ts';
import type { AdminCategory } from '../../types.ts';
import { Menu, menuItem } from '../frame/Menu.tsx';
import { DragIcon, MoreIcon } from '../icons.tsx';

const text = adminMessages.categories;
type Where = 'before' | 'inside' | 'after';

interface CategoryTreeProps {
  rows: readonly TreeRow<AdminCategory>[];
  busy: boolean;
  onMove: (move: Move) => void;
  onEdit: (category: AdminCategory) => void;
  onAdd: (parent: AdminCategory) => void;
  onMerge: (category: AdminCategory) => void;
  onToggle: (category: AdminCategory) => void;
}

function whereOf(event: DragEvent): Where {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  return share < 0.27 ? 'before' : share > 0.73 ? 'after' : 'inside';
}

/** The tree as rows that can be dragged, or moved with the arrow keys of their handles. */
export function CategoryTree(props: CategoryTreeProps) {
  const { rows, busy, onMove } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ id: string; where: Where } | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // A moved row is drawn elsewhere: the handle keeps the focus, so that the next arrow goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the rows have changed.
  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLElement>(`[data-handle="${focused}"]`)?.focus();
  }, [rows]);
  return (
    <ul
      ref={list}
      className={cx('rounded-tile border border-line bg-surface py-1', busy && 'opacity-70')}
      aria-busy={busy}
    >
      {rows.map(({ category, depth }) => (
        <li
          key={category.id}
          onDragOver={(event) => {
            if (!dragged) return;
            event.preventDefault();
            setOver({ id: category.id, where: whereOf(event) });
          }}
          onDrop={(event) => {
            event.preventDefault();
            const move = dragged ? dropMove(rows, dragged, category.id, whereOf(event)) : null;
            setDragged(null);
            setOver(null);
            if (move) onMove(move);
          }}
          className={cx(
            'flex items-center gap-2 border-y-2 border-transparent py-1.5 pr-3',
            dragged === category.id && 'opacity-40',
            dragged && over?.id === category.id && over.where === 'inside' && 'bg-accent-soft',
            dragged && over?.id === category.id && over.where === 'before' && 'border-t-accent-strong',
            dragged && over?.id === category.id && over.where === 'after' && 'border-b-accent-strong',
          )}
          style={{ paddingInlineStart: `${0.5 + depth * 1.5}rem` }}
        >
          <button
            type="button"
            draggable
            data-handle={category.id}
            aria-label={text.handle(category.name)}
            title={text.handleHint}
            className="grid size-9 shrink-0 cursor-grab place-items-center rounded-control text-ink-soft hover:bg-sunken"
            onFocus={() => setFocused(category.id)}
            onBlur={() => setFocused(null)}
            onKeyDown={(event) => {
              const move = keyMove(rows, category.id, event.key);
              if (event.key.startsWith('Arrow')) event.preventDefault();
              if (move && !busy) onMove(move);
            }}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', category.name);
              setDragged(category.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
          >
            <DragIcon />
          </button>
          <button
            type="button"
            className="min-w-0 flex-1 truncate py-1 text-left font-medium hover:underline"
            aria-label={text.edit(category.name)}
            onClick={() => props.onEdit(category)}
          >
            {category.name}
          </button>
          {category.active ? null : <Badge>{text.closed}</Badge>}
          <span className="text-sm text-ink-soft tabular-nums max-sm:hidden">
            {text.products(category.productCount)}
          </span>
          <Menu
            label={text.more(category.name)}
            trigger={<MoreIcon />}
            triggerClassName="grid size-9 place-items-center rounded-full hover:bg-sunken"
          >
            <button type="button" role="menuitem" className={menuItem} onClick={() => props.onAdd(category)}>
              {text.addInside(category.name)}
            </button>
            <Link role="menuitem" className={menuItem} href={`/admin/attributes?category=${category.id}`}>
              {text.attributes}
            </Link>
            <button type="button" role="menuitem" className={menuItem} onClick={() => props.onMerge(category)}>
              {text.merge}
            </button>
            <button type="button" role="menuitem" className={menuItem} onClick={() => props.onToggle(category)}>
              {category.active ? text.close : text.open}
            </button>
          </Menu>
        </li>
      ))}
    </ul>
  );
}
