"""What is said when a comment is refused, in Danish and English."""

from app.language import Said

COMMENT_FAULTS: dict[str, Said] = {
    "blank_text": Said(
        "Feltet »{name}« er tomt. Skriv noget i det.",
        "The field “{name}” is empty. Write something in it.",
    ),
    "control_characters": Said(
        "Feltet »{name}« har tegn, der ikke kan ses ({expected}). Fjern dem; linjeskift er "
        "tilladt i en kommentar.",
        "The field “{name}” holds characters that cannot be seen ({expected}). Remove them; line "
        "breaks are allowed in a comment.",
    ),
    "bad_edit_token": Said(
        "Nøglen skal være 32 til 128 bogstaver, cifre, - og _. Lad den ude, så laver vi en.",
        "The token must be 32 to 128 letters, digits, - and _. Leave it out and we make one.",
    ),
    "unknown_comment": Said(
        "Forslaget har ingen kommentar med id {value}. Svar på en, der findes.",
        "The proposal has no comment with the id {value}. Answer one that is there.",
    ),
    "reply_to_reply": Said(
        "{value} er selv et svar. Svar på den kommentar, samtalen begynder med.",
        "{value} is a reply itself. Answer the comment that the conversation begins with.",
    ),
    "reply_has_place": Said(
        "Et svar har ikke sit eget sted. Lad »{name}« ude.",
        "A reply has no place of its own. Leave “{name}” out.",
    ),
}

COMMENT_TITLES: dict[str, tuple[int, Said]] = {
    "not-your-comment": (
        403,
        Said("Kommentaren er skrevet af en anden", "Somebody else wrote the comment"),
    ),
    "unknown-comment": (404, Said("Kommentaren kendes ikke", "The comment is not known")),
    "comment-id-taken": (
        409,
        Said("Id'et bruges af en anden kommentar", "The id belongs to another comment"),
    ),
    "too-many-comments": (
        409,
        Said("Forslaget har for mange kommentarer", "The proposal has too many comments"),
    ),
    "stale-comment": (
        412,
        Said("Kommentaren er ændret i mellemtiden", "The comment was changed meanwhile"),
    ),
}

COMMENT_DETAILS: dict[str, Said] = {
    "not-your-comment": Said(
        "Kun den, der skrev kommentaren, kan rette eller slette den, fra den browser den blev "
        "skrevet i. Alle kan svare på den og markere den som løst.",
        "Only the one who wrote the comment can edit or delete it, from the browser it was "
        "written in. Everybody can answer it and mark it as solved.",
    ),
    "unknown-comment": Said(
        "Forslaget har ingen kommentar med id {value}. Måske er den slettet.",
        "The proposal has no comment with the id {value}. It may have been deleted.",
    ),
    "comment-id-taken": Said(
        "Der er allerede en anden kommentar med id {value}. Vælg et nyt id.",
        "There already is another comment with the id {value}. Choose a new id.",
    ),
    "too-many-comments": Said(
        "Der er plads til {limit} kommentarer på et forslag, slettede talt med. Skriv videre på "
        "en kopi af forslaget.",
        "There is room for {limit} comments on a proposal, deleted ones included. Go on writing "
        "on a copy of the proposal.",
    ),
    "stale-comment": Said(
        "Du ændrede version {value}, men kommentaren er nu {expected}. Den står i »current«.",
        "You changed version {value}, but the comment is now {expected}. It is in “current”.",
    ),
}
