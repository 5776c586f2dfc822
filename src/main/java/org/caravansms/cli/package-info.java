/** The program {@code bin/caravan}: one class a command. */
package org.caravansms.cli;
