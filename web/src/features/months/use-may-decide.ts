import { useSession } from '../../api/session.js';

/** Whether whoever looks closes and reopens months. */
export const useMayDecide = (): boolean => useSession().data?.user.role === 'performance-office';
