import { Module } from '@nestjs/common';
import { KeptAboutController } from './kept-about.controller.js';
import { KeptAboutService } from './kept-about.service.js';

@Module({ controllers: [KeptAboutController], providers: [KeptAboutService] })
export class KeptAboutModule {}
