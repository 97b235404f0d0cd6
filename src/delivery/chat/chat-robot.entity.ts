import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Contact } from '../../organisation/contact.entity.js';

/** 企业微信, 钉钉. */
export const PLATFORMS = ['wecom', 'dingtalk'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The robot of a group chat (群机器人), through which a contact is reached instead of by mail. */
@Entity('chat_robot')
export class ChatRobot {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') platform!: Platform;
  /** Whoever knows it can write to the group: it is never shown again. */
  @Column('text') url!: string;
  /** DingTalk signs with it (加签). */
  @Column('text', { nullable: true }) secret!: string | null;
  /** The platforms take 20 messages a minute. */
  @Column('timestamptz', { name: 'not_before', default: () => "'-infinity'" }) notBefore!: Date;

  @OneToOne(() => Contact, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id' })
  contact?: Relation<Contact>;
}
