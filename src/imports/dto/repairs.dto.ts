import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsListOf } from '../../common/http/validators.js';
import { DOUBT_CODES, type DoubtCode } from '../doubts/doubt-code.js';
import { type Repair, type RepairKind, type RepairOf, type Weighing, WEIGHINGS } from '../repairs/repair.js';
import { RowFieldsDto } from './row-fields.dto.js';
import { SheetFieldsDto } from './sheet-fields.dto.js';

/** No document has more rows; and no more repairs fit into the body of one request. */
const MOST = 10_000;

const Ids = (): PropertyDecorator => (target, property) => {
  for (const decorate of [IsArray(), ArrayMinSize(1), ArrayMaxSize(MOST), IsString({ each: true })])
    decorate(target, property);
};
const Fields =
  (type: () => new () => object): PropertyDecorator =>
  (target, property) => {
    for (const decorate of [IsObject(), ValidateNested(), Type(type)]) decorate(target, property);
  };
const rowFields = Fields(() => RowFieldsDto);
const sheetFields = Fields(() => SheetFieldsDto);

class EditRowsDto implements RepairOf<'edit-rows'> {
  @IsString() kind!: 'edit-rows';
  @Ids() rows!: string[];
  @rowFields fields!: RowFieldsDto;
}
class AddRowDto implements RepairOf<'add-row'> {
  @IsString() kind!: 'add-row';
  @IsString() sheet!: string;
  @IsOptional() @IsString() before: string | null = null;
  @rowFields fields!: RowFieldsDto;
}
class DropRowsDto implements RepairOf<'drop-rows'> {
  @IsString() kind!: 'drop-rows';
  @Ids() rows!: string[];
}
class SplitRowDto implements RepairOf<'split-row'> {
  @IsString() kind!: 'split-row';
  @IsString() row!: string;
  @IsListOf(() => RowFieldsDto, { most: 100 }) into!: RowFieldsDto[];
}
class MergeRowsDto implements RepairOf<'merge-rows'> {
  @IsString() kind!: 'merge-rows';
  @Ids() rows!: string[];
  @rowFields fields: RowFieldsDto = {};
}
class MoveRowsDto implements RepairOf<'move-rows'> {
  @IsString() kind!: 'move-rows';
  @Ids() rows!: string[];
  @IsString() sheet!: string;
  @IsOptional() @IsString() before: string | null = null;
}
class EditSheetsDto implements RepairOf<'edit-sheets'> {
  @IsString() kind!: 'edit-sheets';
  @Ids() sheets!: string[];
  @sheetFields fields!: SheetFieldsDto;
}
class AddSheetDto implements RepairOf<'add-sheet'> {
  @IsString() kind!: 'add-sheet';
  @sheetFields fields!: SheetFieldsDto;
}
class DropSheetsDto implements RepairOf<'drop-sheets'> {
  @IsString() kind!: 'drop-sheets';
  @Ids() sheets!: string[];
}
class SplitSheetDto implements RepairOf<'split-sheet'> {
  @IsString() kind!: 'split-sheet';
  @IsString() sheet!: string;
  @IsString() at!: string;
  @sheetFields fields: SheetFieldsDto = {};
}
class MergeSheetsDto implements RepairOf<'merge-sheets'> {
  @IsString() kind!: 'merge-sheets';
  @Ids() sheets!: string[];
  @sheetFields fields: SheetFieldsDto = {};
}
class WeighDto implements RepairOf<'weigh'> {
  @IsString() kind!: 'weigh';
  @IsOptional() @IsString() sheet: string | null = null;
  @IsIn(WEIGHINGS) by!: Weighing;
}
class MapDepartmentDto implements RepairOf<'map-department'> {
  @IsString() kind!: 'map-department';
  @Ids() sheets!: string[];
  @IsUUID() departmentId!: string;
  @IsBoolean() remember!: boolean;
}
class AnswerDto implements RepairOf<'answer'> {
  @IsString() kind!: 'answer';
  @Ids() doubts!: string[];
  @IsOptional() @IsString() @Length(1, 100) choice: string | null = null;
}
class AnswerAllDto implements RepairOf<'answer-all'> {
  @IsString() kind!: 'answer-all';
  @IsIn(DOUBT_CODES) code!: DoubtCode;
  @IsOptional() @IsString() sheet: string | null = null;
  @IsOptional() @IsString() @MaxLength(100) choice: string | null = null;
}
class DeclineDto implements RepairOf<'decline'> {
  @IsString() kind!: 'decline';
  @Ids() proposals!: string[];
}
class UndoDto implements RepairOf<'undo'> {
  @IsString() kind!: 'undo';
  @IsInt() @Min(1) number!: number;
}

const KINDS: { readonly [K in RepairKind]: new () => RepairOf<K> } = {
  'edit-rows': EditRowsDto,
  'add-row': AddRowDto,
  'drop-rows': DropRowsDto,
  'split-row': SplitRowDto,
  'merge-rows': MergeRowsDto,
  'move-rows': MoveRowsDto,
  'edit-sheets': EditSheetsDto,
  'add-sheet': AddSheetDto,
  'drop-sheets': DropSheetsDto,
  'split-sheet': SplitSheetDto,
  'merge-sheets': MergeSheetsDto,
  weigh: WeighDto,
  'map-department': MapDepartmentDto,
  answer: AnswerDto,
  'answer-all': AnswerAllDto,
  decline: DeclineDto,
  undo: UndoDto,
};

/** What stands for a repair of no kind. */
class UnknownRepairDto {
  @IsIn(Object.keys(KINDS)) kind!: string;
}

/** Each item by the class of its kind: class-transformer's own discriminators fail at an item that is no object. */
function byKind({ value }: { value: unknown }): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    const kind = String((item as { kind?: unknown }).kind);
    const type: new () => object = Object.hasOwn(KINDS, kind) ? KINDS[kind as RepairKind] : UnknownRepairDto;
    return plainToInstance(type, item);
  });
}

/** All of them are made, in this order, or none. */
export class RepairsDto {
  @ApiProperty({ type: [Object] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Transform(byKind)
  repairs!: Repair[];
}
