/** How a kind of furniture is recognised by its words, whole line for whole line, in the languages we know. */
export interface LabelRule {
  readonly code: string
  /** The beginning of the warning's sentence. */
  readonly say: string
  /** Tested against the whole line without a colon at its end. */
  readonly label: RegExp
  /** Only when the neighbouring line is such a label too. */
  readonly inGroup?: true
  /** The short lines that follow go with it. */
  readonly withList?: true
}

const line = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})$`, 'iu')

/** One line here is one kind of furniture more. English, Armenian, Russian, Persian, in this order. */
export const labelRules: readonly LabelRule[] = [
  {
    code: 'accessibility_label',
    say: 'The page’s accessibility label was',
    label: line(
      'accessibility links?',
      '(?:skip|jump|go)(?: (?:directly|straight|back))? to (?:the )?(?:main )?(?:content|navigation|menu|search|footer|text|top)',
      'skip (?:links?|navigation)',
      'մատչելիության հղումներ?',
      '(?:անցնել|գնալ|վերադառնալ|դեպի) .{0,24}(?:բովանդակությ|նավիգացիա|որոնմ|էջ|մենյու).{0,12}',
      '(?:հիմնական )?բովանդակության (?:անցնել|գնալ)',
      'ссылки (?:для )?(?:упрощ[её]нного|специального|прямого)? ?доступа',
      'ссылки доступности',
      '(?:перейти|вернуться) (?:к|на|в) .{0,24}(?:содержани|контент|навигаци|поиск|меню|наверх|страниц).{0,12}',
      '(?:لینک|پیوند)[‌ ]?(?:های|هاى)?(?: قابلیت)? دسترسی',
      '(?:رفتن|پرش|بازگشت|برو) به .{0,30}',
    ),
  },
  {
    code: 'text_size_labels',
    say: 'The labels of the page’s text-size control were',
    label: /^(?:xxs|xs|sm?|md|lg?|xxl|xl|m|l|[aа][+\-−]{1,2}|[aа]{2,3}|ա[+-])$/iu,
    inGroup: true,
  },
  {
    code: 'text_size_labels',
    say: 'The labels of the page’s text-size control were',
    label: line(
      '(?:text|font) size',
      '(?:xs|s|sm|md|m|lg|l|xl)(?:[ /|·]+(?:xs|s|sm|md|m|lg|l|xl)){2,}',
      '(?:տառաչափ|տառերի չափ)ը?',
      'размер (?:шрифта|текста)',
      'اندازه‌?ی? ?(?:متن|قلم|نوشته)',
    ),
  },
  {
    code: 'share_labels',
    say: 'The page’s share and print labels were',
    label: line(
      'share(?: (?:this|on|via|with)(?: .{1,24})?)?',
      'print(?: (?:this|article|page))*',
      '(?:copy|get) (?:the )?link',
      'link copied',
      'save(?: (?:this|article|story|for later))*',
      'e-?mail(?: (?:this|article|story))*',
      'tweet|facebook|twitter|x|whats ?app|telegram|linkedin|viber|messenger|reddit|pinterest',
      'follow us(?: on .{1,24})?',
      'listen(?: to (?:this )?(?:article|story))?',
      '(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?|leave a comment',
      'կիսվել(?: .{1,16})?|տպել|ուղարկել|պատճենել(?: հղումը)?|մեկնաբանություններ(?: \\(?\\d+\\)?)?|հետևեք մեզ',
      'поделиться(?: .{1,16})?|распечатать|печать|версия для печати|скопировать(?: ссылку)?|отправить|комментарии(?: \\(?\\d+\\)?)?|подписаться|вконтакте|одноклассники|телеграм',
      '(?:به )?اشتراک[‌ -]?گذاری?(?:ید)?|هم[‌ ]?رسانی|چاپ|نسخه چاپی|ارسال|کپی(?: لینک)?|دیدگاه‌?ها|نظرات|ذخیره',
    ),
  },
  {
    code: 'advertisement',
    say: 'The page’s advertising label was',
    label: line(
      'advert(?:isement|ising)?s?|sponsored(?: content)?|story continues below(?: advertisement)?|article continues after (?:this )?(?:ad|advertisement)',
      'գովազդ(?:ային)?',
      'реклама|на правах рекламы',
      'تبلیغات?|آگهی(?:‌ها)?|ادامه مطلب پس از تبلیغ',
    ),
  },
  {
    code: 'related_links',
    say: 'The page’s links to other stories were',
    label: line(
      '(?:related|recommended|popular|top|latest|more|other)(?: (?:articles?|stories|news|links?|coverage|content|topics|reading|on this(?: story)?|from .{1,30}|in .{1,30}))?',
      'most (?:read|popular|viewed)|see also|read (?:more|also|next)|also read|you may (?:also )?like|what to read next|don.t miss',
      'կարդացեք նաև|կարդալ նաև|տես նաև|տե՛ս նաև|առնչվող (?:նյութեր|հոդվածներ)|ամենաընթերցված(?:ը|ները)?|այս թեմայով',
      'читайте также|смотрите также|материалы по теме|по теме|похожие (?:статьи|материалы|новости)|самое читаемое|ещ[её] по теме|другие новости',
      'بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|خبرهای مرتبط|پربازدیدترین(?:‌ها)?|پرخواننده‌ترین(?:‌ها)?|در همین زمینه',
    ),
    withList: true,
  },
  {
    code: 'related_links',
    say: 'The page’s links to other stories were',
    label:
      /^(?:see also|read (?:more|also|next)|also read|related|կարդացեք նաև|читайте также|по теме|بیشتر بخوانید|همچنین بخوانید)\s*[:՝]\s*\S.{2,120}$/iu,
  },
  {
    code: 'page_labels',
    say: 'Labels of the page were',
    label: line(
      '(?:home|main)(?: ?[>›»/|] ?.{1,40})+',
      '(?:գլխավոր|главная|صفحه اصلی|خانه)(?: ?[>›»/|] ?.{1,40})*',
      '\\d+ ?(?:min(?:ute)?s? read|րոպե ընթերցանություն|мин(?:ут[аы]?)? (?:чтения|на чтение))',
      '(?:زمان مطالعه|время чтения|reading time|ընթերցման ժամանակը)[:՝]? ?[\\d۰-۹]+.{0,12}',
      'menu|search|sign in|log in|subscribe|register|close|back to top|load more|show more|next|previous',
      'մենյու|որոնում|մուտք|փակել|վերև',
      'меню|поиск|войти|закрыть|наверх|подписка',
      'منو|جستجو|ورود|بستن|بالا',
      '(?:we use|this (?:site|website) uses) cookies.{0,60}|accept (?:all )?cookies|accept all|reject all',
      '(?:©|\\(c\\)|copyright) ?.{2,70}(?:reserved|պաշտպանված.{0,12}|защищены|محفوظ.{0,12})\\.?',
    ),
  },
]
