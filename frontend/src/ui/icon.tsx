import { CATEGORY_PATHS, ICON_PATHS, type IconName } from './icon-paths';

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

export function Icon({ name, size = 20 }: IconProps) {
  return <Outline path={ICON_PATHS[name]} size={size} />;
}

export function CategoryIcon({ category, size = 18 }: { category: string; size?: number }) {
  const paths: Readonly<Record<string, string>> = CATEGORY_PATHS;
  return <Outline path={paths[category] ?? ''} size={size} />;
}

function Outline({ path, size }: { path: string; size: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
