// Says in a form's words what a violated constraint of the service model means.

const CONSTRAINT = /failed to satisfy constraint: Member must (.*?)(?:; Value |$)/;

/** "Priority must be at least 1" for the API's message about "samplingRule.priority"; other messages stay as they are. */
export function constraintInWords(message, name) {
  const words = CONSTRAINT.exec(message)?.[1];
  if (!words) return message;
  const requirement = words
    .replace("not be null", "be given")
    .replace("have value greater than or equal to", "be at least")
    .replace("have value less than or equal to", "be at most")
    .replace(/have length greater than or equal to (\d+)/, "have $1 or more characters")
    .replace(/have length less than or equal to (\d+)/, "have at most $1 characters");
  return `${name} must ${requirement}`;
}
