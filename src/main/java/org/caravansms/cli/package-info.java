/** The program {@code bin/caravan}: a class a command. */
package org.caravansms.cli;
