namespace Miner.Operator;

/// <summary>
/// What the operator asked for cannot be done: something is wrong with a file, a wallet, its password, the miner or this machine. The
/// message is a sentence for the operator; it never holds a secret.
/// </summary>
public class OperatorException(string message, Exception? innerException = null) : Exception(message, innerException);
