package org.caravansms.api;

/** The parameters of a form or a query that are about the request as a whole; those of a message are {@link MessageField}s. */
public enum Parameter {
    ACTION("action"),
    USERNAME("username"),
    PASSWORD("password"),
    CHARSET("_charset_"),
    MESSAGE_COUNT("messagecount"),
    RESPONSE_FORMAT("responseformat"),
    MAX_RESPONSE("maxresponse"),
    EXTENDED("extended"),
    CONTINUE_URL("continueurl"),
    REDIRECT_URL("redirecturl"),
    MESSAGE_ID("msgid"),
    FOLDER("folder"),
    LIMIT("limit"),
    AFTER_DOWNLOAD("afterdownload");

    private final String parameter;

    Parameter(String parameter) {
        this.parameter = parameter;
    }

    /** @return the value without white space around it; a login keeps its own */
    String trimmed(String value) {
        return this == USERNAME || this == PASSWORD ? Trim.mark(value) : Trim.space(value);
    }

    /** @return its name, in lower case */
    String parameter() {
        return parameter;
    }
}
