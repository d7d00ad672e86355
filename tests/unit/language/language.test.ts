import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../storage/language/detect-language.ts'

it.each([
  ['en', 'Mountain town walks across its own bridge again'],
  ['en', 'The council voted late on Tuesday to keep the night ferry to the islands, ending a quarrel.'],
  ['fr', 'Le conseil municipal a voté mardi soir pour le maintien du bateau de nuit vers les îles.'],
  ['de', 'Der Stadtrat hat am Dienstagabend beschlossen, die Nachtfähre zu den Inseln zu behalten.'],
  ['es', 'El consejo votó el martes por la noche para mantener el barco nocturno a las islas.'],
  [
    'tr',
    'Belediye meclisi salı akşamı adalara giden gece vapurunu korumak için oy kullandı ve bu karar çok konuşuldu.',
  ],
  ['ru', 'Городской совет во вторник решил сохранить ночной паром.'],
  ['uk', 'Міська рада у вівторок вирішила зберегти нічний пором.'],
  ['sr', 'Градско веће је у уторак одлучило да задржи ноћни трајект, а људи су били задовољни.'],
  ['bg', 'Общинският съвет реши във вторник да запази нощния ферибот към островите.'],
  ['hy', 'Քաղաքային խորհուրդը որոշեց պահպանել գիշերային լաստանավը։'],
  ['fa', 'شورای شهر تصمیم گرفت کشتی شبانه را نگه دارد و پیشنهاد را پذیرفت.'],
  ['ar', 'قرر مجلس المدينة يوم الثلاثاء الإبقاء على العبّارة الليلية إلى الجزر.'],
  ['ur', 'شہری کونسل نے منگل کی شام رات کی کشتی کو برقرار رکھنے کا فیصلہ کیا۔'],
  ['ka', 'საქალაქო საბჭომ სამშაბათს გადაწყვიტა ღამის ბორნის შენარჩუნება.'],
  ['el', 'Το δημοτικό συμβούλιο αποφάσισε να κρατήσει το νυχτερινό πλοίο.'],
  ['ja', '市議会は火曜日に夜行フェリーを残すことを決めた。'],
  ['zh', '市议会星期二决定保留夜间渡轮。'],
])('knows %s', (tag, text) => {
  expect(detectLanguage(text)).toBe(tag)
})

describe('a text that does not tell', () => {
  it.each([
    '',
    '12:30 — 14',
    '🔔🔔',
    '...',
    'Headline one. Body here.',
    'Rain falls hard',
    'Mayor resigns amid budget row',
  ])('%j has no language', (text) => {
    expect(detectLanguage(text)).toBe('und')
  })
})

it('goes by the language of most letters, not of the first line', () => {
  expect(
    detectLanguage('Մատչելիության հղումներ\n\nThe council of the town voted late on Tuesday to keep the ferry.'),
  ).toBe('en')
})
