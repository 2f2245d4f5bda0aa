"""Words of mails and chats in several languages: greetings, farewells, headers, *done*, *nothing*.

Words are compared folded, without case and accents. A line counts only where it says nothing else:
words that are left out by mistake would be lost.
"""

from __future__ import annotations

import re

from careerdesk.domain.names import folded
from careerdesk.domain.roster_months import says_weekday

_EDGES = " \t.,;:!?…-–—_*~()[]{}\"'“”„’‘«»。，！？、،؟।\ufe0f"
_PICTURES = re.compile("[\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f000-\U0001faff\u200d]")


def _words(text: str) -> frozenset[str]:
    """Words that are parted by commas, folded."""
    return frozenset(folded(word) for word in text.split(","))


def _any(text: str) -> str:
    """A pattern for any of the words that are parted by commas."""
    return "|".join(map(re.escape, sorted(_words(text), key=len, reverse=True)))


_GREETINGS = """
hi,hello,hey,hej,hoi,hola,hallo,moin,servus,grüß gott,guten tag,guten morgen,guten abend,liebe,
lieber,dear,good morning,good afternoon,good evening,bonjour,salut,bonsoir,buenos días,
buenas tardes,ciao,buongiorno,olá,bom dia,boa tarde,beste,goedemorgen,goedendag,cześć,witaj,
dzień dobry,ahoj,dobrý den,szia,привет,здравствуйте,добрый день,你好,您好,こんにちは,お疲れ様です,
안녕하세요,مرحبا,السلام عليكم,اهلا,سلام,שלום,नमस्ते,नमस्कार,merhaba,selam,γεια,καλημέρα,xin chào
"""
_GREETING = re.compile(rf"(?:{_any(_GREETINGS)})(?=\W|$)")
_TO_ALL = _words("all,everyone,there,team,again,zusammen,alle,nochmal,à tous,a todos,allemaal,alla")

_FAREWELLS = _words("""
best,best regards,best wishes,kind regards,warm regards,regards,cheers,thanks,thank you,many thanks,
thanks a lot,thx,ty,br,kr,see you,see you then,see you soon,talk soon,speak soon,take care,love,lg,
vg,bg,mfg,viele grüße,liebe grüße,beste grüße,herzliche grüße,schöne grüße,sonnige grüße,grüße,gruß,
mit freundlichen grüßen,mit besten grüßen,viele gruesse,liebe gruesse,beste gruesse,danke,danke dir,
vielen dank,bis dann,bis bald,bis morgen,ciao,cordialement,bien cordialement,bien à vous,bien à toi,
merci,merci beaucoup,à bientôt,bises,saludos,un saludo,saludos cordiales,gracias,muchas gracias,
un abrazo,hasta pronto,saluti,cordiali saluti,grazie,a presto,abraço,abraços,obrigado,obrigada,
até logo,cumprimentos,atenciosamente,groet,groeten,groetjes,gr,bedankt,met vriendelijke groet,
met vriendelijke groeten,mvg,mvh,hilsen,med venlig hilsen,vennlig hilsen,med vänliga hälsningar,
hälsningar,tack,tak,takk,terveisin,kiitos,pozdrawiam,pozdrowienia,dzięki,dziękuję,s pozdravem,díky,
děkuji,üdvözlettel,köszi,köszönöm,спасибо,с уважением,до встречи,谢谢,祝好,ありがとうございます,
よろしくお願いします,よろしくお願いいたします,감사합니다,شكرا,مع التحية,تحياتي,תודה,בברכה,धन्यवाद,
शुक्रिया,teşekkürler,saygılar,ευχαριστώ,cảm ơn
""")
_ALSO_WORDS = _words("best,love,ty,br,kr,gr,do")  # they are a farewell only on a line of their own
_UNTIL = _words("""
see you,see you on,see you this,see you next,talk,talk on,speak,until,till,bis,bis zum,bis am,
bis nächsten,à,a,hasta,hasta el,ci vediamo,até,tot,vi ses,vi ses på,do,nähdään,до
""")
_LATER = _words(
    "then,soon,later,tomorrow,dann,bald,später,morgen,demain,mañana,domani,amanhã,morgen"
)
_EMPTY = _words("n/a,na,n.a,skip,pass,nil,null")
_NOTHING = _EMPTY | _words("""
none,nothing,nothing to add,nope,nichts,nix,keine,keins,kein,entfällt,rien,néant,aucun,aucune,nada,
ninguno,ninguna,niente,nulla,nessuno,nenhum,nenhuma,niets,geen,inget,ingenting,ingen,intet,nic,
żadne,brak,semmi,ничего,нет,没有,无,なし,特になし,ない,없음,없어요,لا شيء,لا يوجد,כלום,אין,कुछ नहीं,
yok,hiçbir şey,τίποτα
""")
_NO = _words("no,nein,nee,non,não,nej,nei,nie,ne,いいえ,不,아니요,לא,नहीं,hayır,όχι,không")
_DONE = _words("""
done,finished,completed,complete,sent,shipped,delivered,sorted,did it,did that,ticked,x,erledigt,
fertig,gemacht,geschafft,abgeschlossen,verschickt,gesendet,abgehakt,fait,faite,terminé,terminée,
fini,envoyé,hecho,hecha,listo,lista,terminado,enviado,fatto,fatta,finito,inviato,feito,feita,
concluído,klaar,gedaan,afgerond,verstuurd,klart,gjort,färdig,færdig,ferdig,tehty,valmis,zrobione,
gotowe,wysłane,hotovo,kész,megvan,готово,сделано,сделал,сделала,выполнено,完了,完了しました,済,済み,
できました,完成,已完成,做完了,搞定,完成了,완료,했어요,تم,تمت,انتهى,בוצע,עשיתי,हो गया,पूरा,tamam,
bitti,tamamlandı,έγινε,xong
""")
_BEFORE_DONE = re.compile(
    r"(?:(?:yes|ja|si|oui|da|it|its|it's|is|has been|i|all|both|already|this|that|was|wurde|ist|"
    r"schon|bereits|alles|beides|beide|hab ich|habe ich|c'est|deja|tout|ya|esta|todo|tutto|gia)"
    r"[\s,]+)*"
)
_AFTER_DONE = re.compile(
    r"(?:[\s,(]+(?:on|last|yesterday|today|this|morning|week|since|am|gestern|heute|letzte|seit|"
    r"woche|hier|ayer|ieri|mon|tue|wed|thu|fri|\w*(?:day|tag|di)|[\d./-]+|already|schon|now|"
    r"ago|days?|weeks?|vor|tagen?|wochen?|jetzt|too|auch|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|okt|dez|mai|juni|juli)"
    r"[.)]?){0,4}"
)
_ALL = re.compile(r"\b(?:all|both|everything|alles|beides|beide|alle|tout|tous|todo|tutto|tutti)\b")
_BUT = re.compile(
    r"\b(?:but|except|apart|not|only|almost|nearly|aber|außer|ausser|nicht|nur|fast|mais|sauf|pero|"
    r"excepto|salvo|ma|tranne|mas|maar|men|ale|но|кроме)\b"
)

_PHONE = re.compile("|".join((
    r"(?:sent|posted) (?:from|via|with) .{2,40}|get outlook for .{2,20}",
    r"(?:diese nachricht wurde )?von meinem .{2,60} gesendet|gesendet (?:von|mit|uber) .{2,40}",
    r"(?:laden sie )?outlook fur .{2,30}|envoye de(?:puis)? (?:mon )?.{2,40}",
    r"enviado (?:desde|do|a partir do) (?:mi |meu )?.{2,40}|inviato da(?:l mio)? .{2,40}",
    r"verstuurd vanaf (?:mijn )?.{2,40}|verzonden (?:vanaf|via) .{2,40}",
    r"skickat fran (?:min )?.{2,40}|sendt fra (?:min )?.{2,40}|lahetetty .{2,40}",
    r"wyslane z .{2,40}|odeslano z .{2,40}|отправлено (?:с|из) .{2,40}|发自我的.{2,20}",
    folded("から送信").join((r".{2,30}", "")),
    r".{2,20}" + folded("에서") + ".{0,3}" + folded("보냄"),
    r".رسلت من .{2,40}|נשלח מ.{2,40}|.{2,30} (?:cihazimdan )?gonderildi",
)))  # fmt: skip

_DEVICE = re.compile(
    r"iphone|ipad|android|samsung|galaxy|outlook|windows|gmx|web\.de|proton|yahoo|gmail|phone\b|"
    r"blackberry|huawei|xiaomi|pixel|mobile?\b|handy|telefon|\bapp\b|\bdevice|cihazim|айфон"
)
_WROTE = re.compile(
    r"\bwrote|\bschrieb|\ba ecrit|\bescribio|\bha scritto|\bescreveu|\bschreef|\bskrev|"
    r"\bnapisa|\bkirjoitti|\birta\b|\byazdi|\bda viet|"
    + _any("написал,写道,寫道,のメール,님이 작성,كتب,כתב,έγραψε")
)
_BEGINS_QUOTE = re.compile(
    r"(?:on|am|le|el|il|em|op|den|w dniu|dne|в|на|kl|pa|a)\s.*\d|.*\b\d{4}\b.*\d|\d"
)
_FROM = _words("""
from,von,de,da,van,fra,från,od,от,kimden,lähettäjä,feladó,发件人,寄件者,差出人,보낸 사람,من,מאת,प्रेषक
""")
_BESIDE_FROM = _words("""
sent,date,to,cc,bcc,subject,reply-to,importance,gesendet,datum,an,betreff,antwort an,wichtigkeit,
envoyé,à,a,objet,date et heure,enviado,fecha,para,asunto,inviato,data,oggetto,assunto,verzonden,aan,
onderwerp,skickat,till,ämne,sendt,til,emne,wysłano,do,temat,отправлено,дата,кому,тема,копия,发送时间,
收件人,主题,日期,送信日時,宛先,件名,보낸 날짜,받는 사람,제목,تاريخ,الى,الموضوع,gönderilme,kime,konu
""")
_SEPARATOR = re.compile(r"[-_=*]{3,}(?:([^-_=*]{3,40})[-_=*]{3,})?")
_MESSAGE = re.compile(
    r"messag|nachricht|mensaje|mensagem|bericht|meddelande|besked|melding|wiadomo|zprav|uzenet|"
    r"сообщение|письмо|forward|weitergeleitet|original|mesaj|邮件|郵件|メッセージ|رسالة"
)


def bare(text: str) -> str:
    """Folded words without marks and pictures around and between them."""
    return folded(_PICTURES.sub(" ", text)).strip(_EDGES)


def is_greeting(line: str) -> bool:
    """Whether a line is no more than a greeting, with a name or without."""
    found = _GREETING.match(folded(line)) if len(line) <= 40 else None
    if found is None or "?" in line:
        return False
    rest = folded(line)[found.end() :]
    if not rest.strip(_EDGES):
        return True
    words = line.strip(_EDGES).split()[len(found[0].split()) :]
    return rest[0] == " " and (_is_name(words) or " ".join(words).lower() in _TO_ALL)


def is_farewell(line: str) -> bool:
    """Whether a line is no more than a farewell or thanks, without a name."""
    words = bare(line)
    if words in _FAREWELLS:
        return True
    until, _, day = words.rpartition(" ")
    return until in _UNTIL and (day in _LATER or (len(day) > 2 and says_weekday(day)))


def farewell_name(line: str) -> str:
    """The name behind a farewell on one line, as in *LG Mareike*; else nothing."""
    words = line.strip(_EDGES).replace(",", " ").split()
    if len(words) > 7 or bare(" ".join(words[:1])) in _ALSO_WORDS:
        return ""
    for cut in range(len(words) - 1, 0, -1):
        if bare(" ".join(words[:cut])) in _FAREWELLS and _is_name(words[cut:]):
            return " ".join(words[cut:])
    return ""


def is_name(line: str) -> bool:
    """Whether a line may be a name alone: up to three words with capitals, or without cases."""
    return _is_name(line.strip(_EDGES).split())


def _is_name(words: list[str]) -> bool:
    fits = 0 < len(words) <= 3 and sum(map(len, words)) <= 40
    return fits and all(
        word[0].isalpha() and not word[0].islower() and not any(one.isdigit() for one in word)
        for word in words
    )


def says_nothing(text: str, *, words_too: bool = True) -> bool:
    """Whether an answer is a dash or a word for *nothing*.

    Without *words_too* a plain *no* is an answer: the question may be one of yes and no.
    """
    left = bare(text)
    if not left:
        return not _PICTURES.search(text)  # a picture alone says something
    return left in (_NOTHING if words_too else _EMPTY)


def says_no(text: str) -> bool:
    """Whether an answer is a plain *no*."""
    return bare(text) in _NO


def says_done(text: str) -> bool:
    """Whether a text says clearly that something is done, and nothing else."""
    if "?" in text or "؟" in text:
        return False
    words = bare(text)
    if not words:
        return any(mark in text for mark in "✓✔✅☑")
    if words in _DONE:
        return True
    if len(words) > 60:
        return False
    start = _BEFORE_DONE.match(words)
    rest = words[start.end() :] if start else words
    for length in (3, 2, 1):
        head = " ".join(rest.split()[:length]).rstrip(",")
        if head in _DONE:
            return bool(_AFTER_DONE.fullmatch(rest[len(head) :]))
    return False


def says_but(text: str) -> bool:
    """Whether words behind a *done* take some of it back."""
    return bool(_BUT.search(folded(text)))


def means_all(text: str) -> bool:
    """Whether a text speaks of all that was named."""
    return bool(_ALL.search(folded(text)))


def is_phone_line(line: str) -> bool:
    """Whether a line is what a phone puts below a mail."""
    words = bare(line) if len(line) <= 100 else ""
    return bool(_DEVICE.search(words)) and bool(_PHONE.fullmatch(words))


def is_attribution(line: str) -> bool:
    """Whether a line is one as `On 12 Nov 2026 at 10:00, Kim <kim@example.org> wrote:`."""
    text = line.rstrip()
    if len(text) > 300 or not text.endswith((":", "：")):
        return False
    return any(one.isdigit() for one in text) and bool(_WROTE.search(folded(text)))


def may_begin_attribution(line: str) -> bool:
    """Whether the next line may end what this one begins, as mail programs break such a line."""
    text = line.strip()
    return len(text) <= 200 and bool(_BEGINS_QUOTE.match(folded(text[:80])))


def header_of(line: str) -> str:
    """`from` or `other` for a line of the head of a mail, else nothing."""
    name, colon, _ = line[:40].replace("：", ":").partition(":")
    key = folded(name.strip(" *_")) if colon else ""
    if key in _FROM:
        return "from"
    return "other" if key in _BESIDE_FROM else ""


def is_separator(line: str) -> bool:
    """Whether a line parts an older mail from a newer one, as `-----Original Message-----`."""
    text = line.strip()
    found = _SEPARATOR.fullmatch(text) if len(text) <= 80 else None
    return found is not None and (not found[1] or bool(_MESSAGE.search(folded(found[1]))))
