package org.caravansms.cli;

import org.caravansms.api.login.Users;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The user that a command is for. */
final class UserName {

    @Parameters(paramLabel = "NAME", converter = Checked.class, description = "the user's name")
    private String name;

    @Override
    public String toString() {
        return name;
    }

    private static final class Checked implements ITypeConverter<String> {

        @Override
        public String convert(String name) {
            if (!Users.isName(name)) {
                throw new TypeConversionException(
                        "A user's name may have letters, digits and . _ - @, and nothing else");
            }
            return name;
        }
    }
}
