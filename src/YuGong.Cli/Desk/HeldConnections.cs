using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace YuGong.Cli;

/// <summary>
/// Bounds how many connections are held without shutting anybody out: when there are too many, the one that has been idle longest is
/// closed, of the client that holds most. A browser whose idle connection goes opens another one.
/// </summary>
/// <param name="most">Connections; beyond, each new one costs an old one.</param>
internal sealed class HeldConnections(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OpenConnection> held = new(StringComparer.Ordinal);
    private long arrivals;

    /// <summary>Around each connection, from its first byte to its last.</summary>
    public async Task HoldAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        Take(connection)?.Abort(new ConnectionAbortedException("Another one needs the place."));
        try
        {
            await next(connection);
        }
        finally
        {
            lock (gate)
            {
                held.Remove(connection.ConnectionId);
            }
        }
    }

    /// <summary>Around each request: a connection that is being answered is not idle.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        Mark(context.Connection.Id, isBusy: true, ClientAddress.Of(context));
        try
        {
            await next(context);
        }
        finally
        {
            Mark(context.Connection.Id, isBusy: false, ClientAddress.Of(TrustedProxies.PeerOf(context)));
        }
    }

    private ConnectionContext? Take(ConnectionContext connection)
    {
        lock (gate)
        {
            var victim = held.Count < most ? null : Longest();
            if (victim is not null)
            {
                held.Remove(victim.Connection.ConnectionId);
            }

            held[connection.ConnectionId] =
                new(connection, ClientAddress.Of((connection.RemoteEndPoint as System.Net.IPEndPoint)?.Address), arrivals++, IsBusy: false);
            return victim?.Connection;
        }
    }

    private OpenConnection Longest() => held.Values.GroupBy(h => h.From, StringComparer.Ordinal).OrderByDescending(g => g.Count()).First()
        .OrderBy(h => h.IsBusy).ThenBy(h => h.Since).First();

    /// <param name="from">Who is answered, who may be behind a proxy; or whose connection it is while nobody is.</param>
    private void Mark(string id, bool isBusy, string from)
    {
        lock (gate)
        {
            if (held.TryGetValue(id, out var one))
            {
                held[id] = one with { From = from, IsBusy = isBusy, Since = arrivals++ };
            }
        }
    }

    private sealed record OpenConnection(ConnectionContext Connection, string From, long Since, bool IsBusy);
}
