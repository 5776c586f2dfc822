package org.caravansms.api;

/** What the parameters of a form or a query may say of a request as a whole; what they say of a message is a {@link MessageField}. */
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

    /** @return the value without what is none of it; a login is left as it is */
    String trimmed(String value) {
        return this == USERNAME || this == PASSWORD ? Trim.mark(value) : Trim.space(value);
    }

    /** @return its name, in lower case */
    String parameter() {
        return parameter;
    }
}
