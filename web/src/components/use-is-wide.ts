import { Grid, type Breakpoint } from 'antd';

/** For columns that a phone has no room for. */
export const WIDE: Breakpoint[] = ['md'];

export const useIsWide = (): boolean => Grid.useBreakpoint().md !== false;
