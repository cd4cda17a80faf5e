using System.Data;
using Dapper;
using Miner.Domain.Text;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// An object's properties as a statement's parameters. PostgreSQL takes no NUL and nothing takes half of a surrogate pair: the contract
/// lets neither in, and what a model's raw text in the audit holds of them becomes U+FFFD instead of a failure.
/// </summary>
internal sealed class StorableParameters(object values) : SqlMapper.IDynamicParameters
{
    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        ((SqlMapper.IDynamicParameters)new DynamicParameters(values)).AddParameters(command, identity);
        foreach (IDataParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text) parameter.Value = CodePoints.ReplaceUnstorable(text);
        }
    }
}
