/** What an operator asks the running gateway: the socket that hears the commands, and what is said of messages out of the flow. */
package org.caravansms.operator;
