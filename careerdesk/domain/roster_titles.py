"""How the columns of tables are called: as `folded` writes it, hyphens and marks as spaces."""

from __future__ import annotations

from careerdesk.domain.roster_cells import word_set

TITLES: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "full name", "employee name", "display name", "worker name", "employee", "worker",
        "mitarbeiter", "mitarbeiterin", "nom complet", "nom et prenom", "nom",
        "collaborateur", "nombre completo", "nombre y apellidos", "nombre", "empleado", "nome",
        "nome completo", "nominativo", "dipendente", "naam", "volledige naam", "medewerker", "navn",
        "namn", "funcionario", "colaborador", "vor und nachname", "nachname vorname",
        "last name first name", "first name last name", "last first", "first last",
        "last name first", "name last first", "first and last name", "payroll name",
        "surname first name", "employee full name", "worker full name", "name vorname", "person",
        "person name", "personnel name", "resource name", "team member", "nom prenom",
        "nom et prenoms", "prenom nom", "prenom et nom", "apellidos y nombre", "apellidos nombre",
        "nombre apellidos", "nome e cognome", "cognome e nome", "imie i nazwisko",
        "nazwisko i imie", "fullt navn", "fulde navn", "fullstandigt namn", "naam medewerker",
    ),
    "given_name": (
        "given name", "first name", "forename", "given names", "vorname", "rufname und vorname",
        "prenom", "prenoms", "nombre de pila", "nombres", "primer nombre", "nome proprio",
        "primeiro nome", "voornaam", "fornavn", "fornamn", "imie", "first", "fname", "f name",
    ),
    "family_name": (
        "family name", "last name", "surname", "nachname", "familienname", "zuname",
        "nom de famille", "nom d usage", "nom usuel", "apellidos", "apellido", "primer apellido",
        "cognome", "sobrenome", "apelido", "ultimo nome", "achternaam", "efternavn", "etternavn",
        "efternamn", "nazwisko", "last", "lname", "l name",
    ),
    "preferred_name": (
        "preferred name", "preferred first name", "known as", "goes by", "nickname", "chosen name",
        "preferred given name", "preferred name first name", "preferred first", "rufname",
        "bevorzugter name", "bevorzugter vorname", "prenom usuel", "prenom d usage",
        "nombre preferido", "nome preferito", "roepnaam", "nome social",
    ),
    "external_id": (
        "id", "external id", "emp id", "employee id", "employee number", "employee no",
        "personnel number", "personnel no", "person id", "worker id", "staff id", "user id",
        "badge number", "associate id", "employee code", "personalnummer", "personal nr",
        "personalnr", "pers nr", "mitarbeiternummer", "mitarbeiter nr", "mitarbeiter id",
        "matricule", "numero matricule", "no matricule", "n matricule", "identifiant",
        "codigo", "codigo de empleado", "codigo empleado", "numero de empleado", "id de empleado",
        "legajo", "matricola", "codice", "codice dipendente", "matricula", "personeelsnummer",
        "medewerkernummer", "medarbejdernummer", "ansattnummer", "anstallningsnummer",
        "emp no", "emp nr", "emp number", "emp code", "staff number", "staff no", "payroll number",
        "pers no", "position id", "file number", "person number", "person id external", "person no",
        "badge no", "employee num", "payroll id", "payroll no", "id number",
    ),
    "email": (
        "email", "email address", "mail", "mail address", "email id", "email work",
        "email primary work", "primary work email",
        "mailadresse", "email adresse", "courriel", "adresse email", "adresse mail",
        "adresse courriel", "correo", "correo electronico", "direccion de correo",
        "indirizzo email", "posta elettronica", "endereco de email", "emailadres", "epost",
        "epostadress", "epostadresse",
    ),
    "title": (
        "business title", "job title", "title", "position", "position title", "role", "job",
        "designation", "job name", "position name", "job role", "job position", "roles", "stelle",
        "position stelle", "funktion", "berufsbezeichnung", "stellenbezeichnung", "jobtitel",
        "tatigkeit", "poste", "intitule du poste", "intitule de poste", "fonction",
        "emploi", "puesto", "cargo", "puesto de trabajo", "mansione", "ruolo", "posizione",
        "functie", "funcao", "stilling", "befattning",
    ),
    "team": (
        "team", "department", "unit", "department name", "team name", "dept", "dept name",
        "organizational unit", "squad", "home department", "departments", "teams",
        "organization", "organisation",
        "org unit", "business unit", "division", "abteilung", "bereich", "organisationseinheit",
        "departement", "service", "equipe", "departamento", "equipo", "area", "dipartimento",
        "reparto", "ufficio", "afdeling", "afdeling team", "setor", "avdelning",
        "supervisory organization", "supervisory organisation", "sup org",
    ),
    "start_date": (
        "hire date", "date of hire", "start date", "hired", "hired on", "hiring date", "joined",
        "date of joining", "joining date", "join date", "date joined", "entry date",
        "date hired", "joined on", "hire dt", "start dt", "started", "start",
        "doj", "employment start date", "first day", "first day of work",
        "first working day", "latest hire date", "most recent hire date",
        "last hire date", "original hire date", "service date",
        "eintrittsdatum", "eintritt", "einstellungsdatum", "anstelldatum", "anstellungsdatum",
        "erster arbeitstag", "beginn des arbeitsverhaltnisses", "beschaftigungsbeginn",
        "beschaftigt seit", "date d embauche", "date embauche",
        "date d entree", "date entree", "fecha de ingreso", "fecha de alta", "fecha de inicio",
        "fecha de contratacion", "fecha ingreso", "fecha alta", "data di assunzione",
        "data assunzione", "data de admissao", "data admissao", "datum in dienst",
        "indiensttreding",
        "startdatum", "in dienst", "ansaettelsesdato", "startdato", "anstallningsdatum",
    ),
    "manager": (
        "manager", "manager name", "supervisor", "supervisor name", "reports to", "line manager",
        "direct manager", "reporting manager", "reporting to", "reports to name", "managed by",
        "people manager", "direct supervisor", "boss", "team lead", "team leader",
        "line manager name", "manager full name", "supervisor full name",
        "direct manager name", "reporting manager name", "vorgesetzter", "vorgesetzte",
        "vorgesetzte r", "fuhrungskraft", "direkte fuhrungskraft", "teamleiter", "teamleitung",
        "superieur", "superieur hierarchique", "responsable", "n 1", "jefe", "jefe directo",
        "superior", "responsabile", "gestor", "leidinggevende", "leder", "chef",
        "manager id", "manager employee id", "manager user id", "supervisor id", "manager number",
        "line manager id", "reports to id", "manager email", "supervisor email",
        "reports to email", "line manager email",
    ),
    "left_on": (
        "termination date", "date of termination", "end date", "left on", "exit date",
        "leaving date", "date left", "last day", "last day of work", "last working day",
        "last day worked", "last day of employment", "employment end date", "dismissal date",
        "end of employment", "termed on", "term date", "date terminated", "terminated on",
        "left date", "date of exit", "date of leaving", "separation date", "austrittsdatum",
        "austritt", "enddatum", "letzter arbeitstag", "ende des arbeitsverhaltnisses",
        "beschaftigungsende",
        "date de sortie", "date de depart", "date de fin", "fecha de baja", "fecha de salida",
        "fecha de cese", "fecha de fin", "data di cessazione", "data cessazione", "data de saida",
        "data de desligamento", "datum uit dienst", "uit dienst", "slutdato", "slutdatum",
    ),
    "status": (
        "status", "employment status", "employee status", "worker status", "hr status",
        "position status", "assignment status", "job status", "user status", "empl status",
        "current employment status", "state",
        "beschaftigungsstatus", "mitarbeiterstatus", "statut", "situation", "estado",
        "estado laboral", "situacion", "stato", "situacao",
    ),
    "pronouns": ("pronouns", "preferred pronouns", "gender pronouns", "personal pronouns",
                 "pronomen", "pronoms", "pronombres", "pronomi"),
    "on_leave": ("on leave", "is on leave", "currently on leave", "on leave of absence", "on loa"),
    "gone": ("terminated", "is terminated", "termd", "inactive", "is inactive", "deactivated",
             "is deactivated", "archived", "is archived", "disabled", "hidden", "is hidden",
             "left company", "has left", "inaktiv", "ausgeschieden", "ausgetreten"),
    "active": ("active", "is active", "active status", "currently employed", "employed",
               "aktiv", "actif", "activo", "attivo", "ativo", "actief"),
}  # fmt: skip
"""The headings of each field, the likeliest first."""

QUALIFIERS = word_set(
    "legal employee worker staff associate current primary business work official company "
    "corporate office emp hr colleague team member name contact"
)
"""Words in front of a heading that do not change what it names."""

AFTERTHOUGHTS = word_set("description desc text label value")
"""Words behind a heading that do not change what it names."""
